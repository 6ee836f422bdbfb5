"""How many examples a property is tried with: few by default, many with the profile `long`.

Both take the same examples each time, so that what is said of a commit stays true of it; the
profile `explore` looks for new ones: `pytest -m hypothesis --hypothesis-profile explore`.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "ours",
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("ours"), max_examples=300)
settings.register_profile(
    "explore", settings.get_profile("ours"), max_examples=1000, derandomize=False
)
settings.load_profile("ours")  # whole models take their time, and machines are shared
