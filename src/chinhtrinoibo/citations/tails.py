"""What follows a number, a meeting or a name: day, issuer, term, year, title."""

from functools import lru_cache

from chinhtrinoibo.citations.citation import Citation
from chinhtrinoibo.citations.heads import Head
from chinhtrinoibo.citations.lexicon import Lexicon
from chinhtrinoibo.citations.patterns import Patterns, day_of, line
from chinhtrinoibo.citations.signs import Fields
from chinhtrinoibo.citations.titles import title_at
from chinhtrinoibo.kinds import System
from chinhtrinoibo.spans import Span
from chinhtrinoibo.text import bare, fold

_SIGHT = 1500  # characters that the elements of a citation and its title never fill


class Tails:
    """Puts citations together from what was read and what follows it."""

    def __init__(self, lexicon: Lexicon, patterns: Patterns, damaged: Patterns) -> None:
        self._types, self._patterns, self._damaged = lexicon.types, patterns, damaged
        names = ((fold(one.name), one.system) for one in lexicon.issuers)
        self._issuers = sorted(names, key=lambda pair: -len(pair[0]))
        self._system_of = lru_cache(1024)(self._issuer_system)

    def whole(
        self, text: str, start: int, end: int, fields: Fields, head: Head | None = None
    ) -> Citation:
        """Return the citation that begins at ``start`` and of which ``end`` is reached.

        Args:
            text: the text.
            start: where the citation begins.
            end: how far it is read.
            fields: what is read.
            head: the type word before it, if there is one.
        """
        if head and head.word:
            fields["kind"] = head.word.name
            fields |= {"title": head.word.title} if head.word.title else {}
            fields |= {"issuer": line(head.issuer)} if head.issuer else {}
        rest = text[end : end + _SIGHT]
        if head and head.damaged:
            end += self._follow(rest, bare(rest), fields, self._damaged)
        else:
            end += self._follow(rest, rest, fields, self._patterns)
        if not fields.get("issuer_symbol"):
            fields["system"] = self._told_system(fields, head)
        return Citation(Span(start, end), text[start:end], **fields)

    def _follow(self, text: str, sight: str, fields: Fields, patterns: Patterns) -> int:
        """Read the elements of identity in any order, each once, and the title.

        Args:
            text: what follows, as printed.
            sight: the same as the patterns see it, letter for letter in the same places.
            fields: what is read so far; what is found is put there.
            patterns: those for ``sight``.

        Returns:
            Where in ``text`` the citation ends; the title is not in it.
        """
        end = 0
        while found := patterns.element.match(sight, end):
            name = found.lastgroup or ""
            printed = text[found.start(name) : found.end(name)]
            name = "issuer" if name == "bracketed" else name
            if fields.get(name) is not None or (name == "year" and "date" in fields):
                break
            if name == "date":
                fields["date"], fields["date_text"] = day_of(printed, found[name])
            elif name == "issuer":
                fields["issuer"] = line(printed).strip("() ")
            elif name == "meeting":
                fields["meeting"] = line(printed)
                if committee := patterns.committee.match(sight, found.end()):
                    found = committee
                    fields["issuer"] = line(text[slice(*committee.span("issuer"))])
            elif name == "term":
                fields["term"] = printed.strip("() \n").split()[-1].upper()
            else:
                fields["year"] = int(printed)
            end = found.end()
        if "title" not in fields and (about := patterns.about.match(sight, end)):
            fields["title"] = title_at(text, about.end()) or None
        return end

    def _told_system(self, fields: Fields, head: Head | None) -> System | None:
        """Return the system that the issuer tells, or the meeting, or the type."""
        told = self._system_of(fields["issuer"]) if fields.get("issuer") else None
        kind = self._types.get(fields.get("kind") or "")
        word = head.word if head and head.word else kind
        return told or fields.get("system") or (word.system if word else None)

    def _issuer_system(self, issuer: str) -> System | None:
        key = fold(issuer)
        return next((system for name, system in self._issuers if key.startswith(name)), None)
