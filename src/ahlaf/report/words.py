"""One language's way of saying things: messages filled in, numbers, dates, lists, names, acts and promises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from ahlaf.actors import gazetteer
from ahlaf.model import Act, Case, Commitment, Condition, Pair, UnknownActorError
from ahlaf.report.catalogue import Lang, deeds, likelihoods, messages, names_with_article

# British English writes "a, b and c" and puts the day before the month; Arabic as in the whole Arab world.
_LOCALES: Mapping[Lang, str] = {"en": "en_GB", "ar": "ar"}
_MINUS = "\N{MINUS SIGN}"
# A sign at the head of a number would be thrown to its other side in a line that runs from right to left.
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
_SMALLEST_SHARE, _LARGEST_SHARE = 0.01, 0.99


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in one language, and knows what each party of a case is called in it."""

    lang: Lang
    names: Mapping[str, str]

    @classmethod
    def of(cls, case: Case, lang: Lang) -> Words:
        """Return the words of a language for a case; a party without a name there goes by its code."""
        arabic = lang == "ar"
        names = {p.id: (p.actor.name_ar if arabic else p.actor.name_en) or p.id for p in case.parties}
        threat = case.threat_name_ar if arabic else case.threat_name_en
        return cls(lang, names | {case.question.threat: threat or case.question.threat})

    def title(self, case: Case) -> str:
        """Return the title of a case, or its question where it has none."""
        given = case.title_ar if self.lang == "ar" else case.title_en
        members, threat = self.named(case.question.members), self.in_prose(case.question.threat)
        return given or self.say("verdict.question", members=members, threat=threat)

    @property
    def direction(self) -> str:
        """The direction of writing, "ltr" or "rtl"."""
        return "rtl" if self.lang == "ar" else "ltr"

    def say(self, key: str, n: int | None = None, /, **values: str) -> str:
        """Return the message `key` with its placeholders filled in; `n` chooses the plural form and fills {n}."""
        message = messages(self.lang)[key]
        if not isinstance(message, str):
            if n is None:
                raise TypeError(f"the message {key} needs a number")
            message = message[_locale(self.lang).plural_form(n)]
        said = message.format(n="" if n is None else self.number(n), **values)
        return self.opening(said) if message.startswith("{") and message.endswith(".") else said

    def opening(self, text: str) -> str:
        """Return a text as it stands at the head of a sentence or a line: in English with a capital."""
        return text[:1].upper() + text[1:] if self.lang == "en" else text

    def term(self, section: str, word: str) -> str:
        """Return the word of a listed vocabulary in this language, or the word itself where it is not listed."""
        message = messages(self.lang).get(f"{section}.{word}", word)
        return message if isinstance(message, str) else word

    def number(self, value: float) -> str:
        """Return a number with at most two decimals."""
        return self._signed(format_decimal(round(value, 2) + 0.0, format="#,##0.##", locale=_LOCALES[self.lang]))

    def weight(self, value: float) -> str:
        """Return a tie's weight or a balance, always with two decimals and its sign."""
        rounded = round(value, 2) + 0.0
        pattern = "+0.00;-0.00" if rounded else "0.00"
        return self._signed(format_decimal(rounded, format=pattern, locale=_LOCALES[self.lang]))

    def amount(self, value: float) -> str:
        """Return a size above 0 with at most two decimals, never rounded to nothing."""
        return self.number(max(0.01, value))

    def whole(self, value: int) -> str:
        """Return a whole number with its sign, as it stands on a scale."""
        return self._signed(format_decimal(value, format="+0;-0" if value else "0", locale=_LOCALES[self.lang]))

    def interval(self, low: float, high: float) -> str:
        """Return an interval of weights in words, which read the same way in both directions of writing."""
        return self.say("phrase.interval", low=self.weight(low), high=self.weight(high))

    def percent(self, share: float) -> str:
        """Return a share of one as a whole percentage."""
        return f"{format_decimal(100 * share, format='0', locale=_LOCALES[self.lang])}%"

    def probability(self, share: float) -> str:
        """Return a probability as a percentage that never claims certainty: "less than 1%", "more than 99%"."""
        if share < _SMALLEST_SHARE:
            return self.say("phrase.less_than_percent", share=self.percent(_SMALLEST_SHARE))
        if share > _LARGEST_SHARE:
            return self.say("phrase.more_than_percent", share=self.percent(_LARGEST_SHARE))
        return self.percent(share)

    def likelihood(self, share: float) -> str:
        """Return what a probability is called in words."""
        word = next(word for word in likelihoods() if share < word.below)
        return word.ar if self.lang == "ar" else word.en

    def day(self, day: date | None) -> str:
        """Return a date as day, month in words, year; or that there is none."""
        if day is None:
            return self.say("phrase.undated")
        return format_date(day, "d MMMM y", locale=_LOCALES[self.lang])

    def listed(self, items: Iterable[str]) -> str:
        """Return the items as a list in prose: "a, b and c"."""
        return format_list(list(items), locale=_LOCALES[self.lang])

    def either(self, items: Iterable[str]) -> str:
        """Return the items as alternatives in prose: "a, b or c"."""
        return format_list(list(items), style="or", locale=_LOCALES[self.lang])

    def clauses(self, items: Iterable[str]) -> str:
        """Return longer phrases as a list in prose: "a, and b" or "a; b; and c"; at least one is needed."""
        *before, last = items
        if len(before) <= 1:
            return self.say("phrase.and_then", a=before[0], b=last) if before else last
        first = reduce(lambda a, b: self.say("phrase.first_then", a=a, b=b), before)
        return self.say("phrase.last_then", a=first, b=last)

    def name(self, actor: str) -> str:
        """Return what a party is called in a heading or table; its code where nobody knows it by a name."""
        return self.names.get(actor) or _known_name(actor, self.lang)

    def in_prose(self, actor: str) -> str:
        """Return what a party is called within a sentence: "the United States"."""
        name = self.name(actor)
        return f"the {name}" if self.lang == "en" and name in names_with_article() else name

    def named(self, actors: Iterable[str]) -> str:
        """Return the names of parties as a list in prose; "nobody" for none."""
        names = [self.in_prose(actor) for actor in actors]
        return self.listed(names) if names else self.say("phrase.nobody")

    def between(self, pair: Pair) -> str:
        """Return a pair as it stands after "the tie": "between a and b"."""
        return self.say("phrase.between", a=self.in_prose(pair[0]), b=self.in_prose(pair[1]))

    def between_all(self, pairs: Iterable[Pair]) -> str:
        """Return several pairs as a list in prose."""
        return self.clauses(self.between(pair) for pair in pairs)

    def dash(self, pair: Pair) -> str:
        """Return a pair as a heading: "a – b"."""
        return self.say("phrase.dash", a=self.name(pair[0]), b=self.name(pair[1]))

    def act(self, act: Act) -> str:
        """Return what a party does: a clause in English, a verbal noun in Arabic."""
        return self._done((act.party,), act.deed, act.object)

    def acts(self, acts: Iterable[Act]) -> str:
        """Return several acts as a list in prose, parties that do the same in one; "nothing" for none."""
        parties: dict[tuple[str, str | None], list[str]] = {}
        for act in acts:
            parties.setdefault((act.deed, act.object), []).append(act.party)
        said = [self._done(doers, deed, target) for (deed, target), doers in parties.items()]
        return self.clauses(said) if said else self.say("phrase.nothing")

    def rule(self, rule: Commitment) -> str:
        """Return a conditional promise in plain words."""
        said = self.say("commitment.rule_free", act=self.act(rule.act))
        if rule.when:
            said = self.say("commitment.rule", act=self.act(rule.act), conditions=self.conditions(rule.when))
        return self.say("commitment.unless", rule=said, acts=self.acts(rule.unless)) if rule.unless else said

    def conditions(self, conditions: Iterable[Condition]) -> str:
        """Return conditions that all have to be met as a list in prose; at least one is needed."""
        single: list[Act] = []
        counted: list[str] = []
        for condition in conditions:
            if condition.at_least >= len(condition.acts):
                single += condition.acts
            else:
                acts = reduce(lambda a, b: self.say("phrase.one_more", a=a, b=b), map(self.act, condition.acts))
                counted.append(self.say("commitment.at_least", condition.at_least, acts=acts))
        return self.clauses([self.acts(single), *counted] if single else counted)

    def _done(self, doers: Sequence[str], deed: str, target: str | None) -> str:
        """Return that parties do a deed; one that is not listed is shown as written."""
        names, whom = self.named(doers), self.in_prose(target) if target else ""
        known = deeds().get((deed.lower(), target is not None))
        if known is None:
            return " ".join(part for part in (names, deed.replace("_", " "), whom) if part)
        english = known.en if len(doers) == 1 else known.en_many
        return (known.ar if self.lang == "ar" else english).format(party=names, object=whom)

    def _signed(self, text: str) -> str:
        if text[0] not in "+-":
            return text
        mark = _LEFT_TO_RIGHT if self.lang == "ar" else ""
        return mark + text.replace("-", _MINUS)


@cache
def _known_name(actor: str, lang: Lang) -> str:
    """Return the name of an actor that the case does not list but the gazetteer does; else its code."""
    try:
        known = gazetteer().actor(actor)
    except UnknownActorError:
        return actor
    return known.name_ar if lang == "ar" else known.name_en


@cache
def _locale(lang: Lang) -> Locale:
    return Locale.parse(_LOCALES[lang])
