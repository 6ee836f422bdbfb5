"""How many examples a property is tried with: few by default, many with the profile `long`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ours", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("ours"), max_examples=300)
settings.load_profile("ours")  # whole models take their time, and machines are shared
