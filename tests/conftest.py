"""Settings that all tests share."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)  # a law holds on a slow machine, too
settings.load_profile("steady")
