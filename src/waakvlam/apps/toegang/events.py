"""The events of toegang."""

from waakvlam.foundation import audit

audit.register("gebruiker.aangemeld", "Ingelogd", "Een gebruiker heeft ingelogd.")
audit.register("gebruiker.afgemeld", "Uitgelogd", "Een gebruiker heeft uitgelogd.")
audit.register(
    "gebruiker.aanmelden_mislukt", "Inloggen mislukt", "Iemand probeerde in te loggen; dat lukte niet."
)
audit.register("gebruiker.aangemaakt", "Gebruiker aangemaakt", "Een gebruiker is aangemaakt.")
audit.register("gebruiker.uitgezet", "Account uitgezet", "Een account is uitgezet; inloggen kan niet meer.")
audit.register("gebruiker.aangezet", "Account aangezet", "Een account is weer aangezet.")
audit.register(
    "gebruiker.wachtwoord_ingesteld", "Wachtwoord ingesteld", "De beheerder gaf een gebruiker een wachtwoord."
)
audit.register(
    "gebruiker.tweede_stap_gewist", "Tweede stap gewist", "De tweede stap bij het inloggen is weggehaald."
)
audit.register("organisatie.aangemaakt", "Organisatie aangemaakt", "Een organisatie is aangemaakt.")
audit.register("gemeente.aangemaakt", "Gemeente aangemaakt", "Een gemeente is op het platform gezet.")
audit.register("gemeente.gekozen", "Gemeente gekozen", "Een gebruiker koos welke gemeente te zien is.")
audit.register("rol.toegekend", "Rol toegekend", "Een gebruiker kreeg een rol in een gemeente.")
audit.register(
    "rol.ingetrokken", "Rol ingetrokken", "Een rol van een gebruiker in een gemeente is beëindigd."
)
