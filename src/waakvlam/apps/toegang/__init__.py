"""Gemeenten, organisaties, gebruikers and their roles; who may do what.

Other contexts import only `service` (commands and selectors) and `permissions`:
- `permissions.has(user, Recht.MELDINGEN_ZIEN, "0437")`, `permissions.gemeenten_with(user, Recht.…)`,
  `@permissions.vereist(Recht.…)` on a view: 404 when the user may do this nowhere.
- `service.create_gemeente`, `create_organisatie`, `create_gebruiker`, `grant_rol`, `revoke_rol`.
- In a request: `request.toegang` (`Toegang`: gebruiker, gemeenten = all, actief = narrowed choice, partner);
  row-level security is already set to `actief`.
"""
