"""The events of a day by what they are: theme days, workshops, panels, those for customers."""

from __future__ import annotations

from collections.abc import Callable

from lumme_graph.elements.events import CUSTOMER_EVENTS, Event, EventAudience, EventType, Method
from lumme_graph.graph.day import Day


def events(day: Day, of: Callable[[Event], bool]) -> list[Event]:
    """The events of a kind that are known on the day."""
    return [event for event in day.all(Event) if of(event)]


def is_training(event: Event) -> bool:
    """Is something taught or learnt at it?"""
    return event.type in {EventType.TRAINING, EventType.STUDY_TRIP}


def is_theme_day(event: Event) -> bool:
    """Is it a theme day, or a part of one that is not recorded by itself?"""
    return EventType.THEME_DAY in {event.type, event.within}


def is_workshop(event: Event) -> bool:
    """Is it a workshop, by its type or its method?"""
    return event.type is EventType.WORKSHOP or Method.WORKSHOP in event.methods


def is_panel(event: Event) -> bool:
    """Is it a customer panel, by its type or its method?"""
    return event.type is EventType.CUSTOMER_PANEL or Method.PANEL in event.methods


def is_small_group(event: Event) -> bool:
    """Is it a small group?"""
    return event.type is EventType.SMALL_GROUP


def is_for_customers(event: Event) -> bool:
    """Do customers take part?"""
    return event.type in CUSTOMER_EVENTS or EventAudience.CUSTOMERS in event.audience
