"""Django settings; everything an installation may choose comes from `omgeving`."""

from importlib.util import find_spec
from pathlib import Path

from csp.constants import NONE, SELF

from waakvlam.config import omgeving

OMGEVING = omgeving.laad()
PAKKET = Path(__file__).resolve().parent.parent

SECRET_KEY = OMGEVING.geheim
DEBUG = OMGEVING.debug
DEMO = OMGEVING.demo
ALLOWED_HOSTS = [host.strip() for host in OMGEVING.hosts.split(",") if host.strip()]
WAAKVLAM_PII_SLEUTELS = OMGEVING.pii_sleutels
WAAKVLAM_THEMA = OMGEVING.thema
WAAKVLAM_KADER = "waakvlam.portal.kader.kader"
WAAKVLAM_GALERIJ_MAG = "waakvlam.portal.kader.mag_onderdelen"
WAAKVLAM_DATAMAP = OMGEVING.datamap
WAAKVLAM_REKENSLEUTELS = [sleutel.strip() for sleutel in OMGEVING.rekensleutels.split(",") if sleutel.strip()]
WAAKVLAM_INKOMENSCHECK_OPENBAAR = OMGEVING.inkomenscheck_openbaar
WAAKVLAM_UPLOAD_MAX = OMGEVING.upload_max
WAAKVLAM_PRODUCTIE = OMGEVING.productie


def _eigen_apps() -> list[str]:
    """Our Django apps in their order; a context counts from the moment it has an apps.py."""
    namen = [
        *(f"foundation.{naam}" for naam in ("tenancy", "audit", "pii", "jobs", "ui")),
        *(
            f"apps.{naam}"
            for naam in ("toegang", "personen", "berekeningen", "voorzieningen", "vroegsignalering")
        ),
        "portal",
        "config",
    ]
    return [f"waakvlam.{naam}" for naam in namen if find_spec(f"waakvlam.{naam}.apps")]


INSTALLED_APPS = [
    # Before allauth: our templates and translations win.
    *_eigen_apps(),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "waakvlam.foundation.verzoek.LeesbaarVerzoek",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "waakvlam.apps.toegang.middleware.NaarInloggenMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "waakvlam.apps.toegang.middleware.ToegangMiddleware",
    "waakvlam.apps.toegang.middleware.TweedeStapMiddleware",
]

ROOT_URLCONF = "waakvlam.config.urls"
WSGI_APPLICATION = "waakvlam.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "waakvlam.apps.toegang.context.toegang",
                "waakvlam.foundation.ui.context.kader",
            ],
        },
    }
]

# `default` works as the application role, under row-level security. `eigenaar` exists only where the
# owner's URL is given and is used by foundation.tenancy.migreren alone.
DATABASES = {"default": omgeving.database(OMGEVING.database_url) | {"ATOMIC_REQUESTS": True}}
if OMGEVING.database_owner_url:
    DATABASES["eigenaar"] = omgeving.database(OMGEVING.database_owner_url)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
# Served from the packages themselves, read at start-up: nothing to collect, nothing to forget.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Uploads never touch the disk in the clear, and a body that is too large is not read.
FILE_UPLOAD_HANDLERS = ["waakvlam.foundation.upload.VersleuteldeUpload"]
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Who may come in.
AUTH_USER_MODEL = "toegang.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "waakvlam.apps.toegang.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
# How often something may be tried. Chosen by us (assumptions), not allauth's own:
# - `login_failed`: five wrong passwords for one account from one address ("key", see AccountAdapter), then five minutes
#   of rest. So nobody can lock another out from elsewhere. Guessing at one account from many addresses is not stopped
#   by this but by long passwords and the second step; the failures stand in the audit log.
# - per address ("ip") the counts are wide: a whole office is often behind one. Who sits there and types wrong passwords
#   on purpose can hinder colleagues for a minute at a time, no longer.
# - allauth also counts wrong codes of the second step: five per account per five minutes, after a right password only.
# A proxy that is not counted in WAAKVLAM_VERTROUWDE_PROXIES makes all users one address.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = OMGEVING.vertrouwde_proxies
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "waakvlam.apps.toegang.adapter.MFAAdapter"
MFA_FORMS = {
    "add_webauthn": "waakvlam.apps.toegang.formulieren.SleutelToevoegen",
    "edit_webauthn": "waakvlam.apps.toegang.formulieren.SleutelHernoemen",
}
WAAKVLAM_MFA_VERPLICHT = OMGEVING.mfa_verplicht
MFA_TOTP_ISSUER = "Waakvlam"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or not OMGEVING.https
CACHES = {
    # Shared by all web processes, so that the limits on login attempts hold over processes.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "waakvlam_cache",
        # A full cache throws counts of login attempts away: who tries many addresses would make it forget.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend"
    if DEMO or DEBUG
    else "django.core.mail.backends.smtp.EmailBackend"
)

# A session ends so long after the last act of a person; ToegangMiddleware says what an act is.
SESSION_ENGINE = "waakvlam.foundation.pii.sessies"
SESSION_COOKIE_AGE = OMGEVING.sessie_minuten * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "django.views.csrf.csrf_failure"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if OMGEVING.https and OMGEVING.productie:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^gezond$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    # The preload list binds a whole domain for years: the owner of the domain decides, not this application.
    SILENCED_SYSTEM_CHECKS = ["security.W021"]
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if OMGEVING.vertrouwde_proxies:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"

# No personal data in log lines: no paths with query strings, no bodies, no e-mail reports.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"kaal": {"()": "waakvlam.foundation.log.ZonderGegevens"}},
    "formatters": {"kort": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "kort", "filters": ["kaal"]}},
    "root": {"handlers": ["uit"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["uit"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": ["uit"], "level": "WARNING", "propagate": False},
        # Writes the whole address and the text of an error when an answer breaks off outside Django.
        "gunicorn.error": {"handlers": ["uit"], "level": "WARNING", "propagate": False},
        "procrastinate": {"handlers": ["uit"], "level": "WARNING", "propagate": False},
        "waakvlam": {"handlers": ["uit"], "level": "INFO", "propagate": False},
    },
}
