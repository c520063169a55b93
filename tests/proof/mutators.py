"""The table of mutators: each kind of damage, with the rule that is meant to find it."""

from proof import (
    mutate_citations,
    mutate_figures,
    mutate_form,
    mutate_language,
    mutate_register,
)
from proof.damage import Mutator

MUTATORS: tuple[Mutator, ...] = (
    *mutate_figures.MUTATORS,
    *mutate_citations.MUTATORS,
    *mutate_language.MUTATORS,
    *mutate_form.MUTATORS,
    *mutate_register.MUTATORS,
)
