"""The order of steps and what the cheapest package hangs on, in plain sentences."""

from __future__ import annotations

from dataclasses import replace

from ahlaf.model import Answer, BestBroker, Case
from ahlaf.report.catalogue import Lang
from ahlaf.report.sentences import Sentences, sentences
from ahlaf.report.words import Words


def _say(case: Case, answer: Answer, lang: Lang = "en") -> Sentences:
    return sentences(case, answer, Words.of(case, lang))


def test_order_moment_by_moment(case: Case, answer: Answer) -> None:
    assert _say(case, answer).order == (
        "In this order nobody who has signed would at any moment be better off walking out (one signature alone binds "
        "nobody).",
        "1. Jordan and Saudi Arabia sign, one after another.",
        "2. The tie between Syria and Turkey mended by 4 notches, from −0.70 to +0.63 (through good offices by "
        "Russia); "
        "then Syria and Turkey sign at the same moment.",
        "They cannot sign one by one: it is proven that, in any order, at some moment at least 2 have to sign "
        "together.",
        "It was asked that no one be first of these: Saudi Arabia.",
        "This order goes by the ties alone; what each has said it waits for stands under the promises.",
    )
    arabic = _say(case, answer, "ar").order
    assert arabic[1] == "1. توقيع الأردن والسعودية تباعًا."
    assert "لا بد في أي ترتيب من لحظة يوقّع فيها اثنان معًا على الأقل" in arabic[3]


def test_an_order_that_was_not_searched_to_the_end_or_is_none(case: Case, answer: Answer) -> None:
    assert answer.order is not None
    large = replace(answer, order=replace(answer.order, proven=False, not_first=()))
    assert _say(case, large).order[-2].startswith("Whether fewer than 2 could sign at the same moment was not searched")
    none = replace(answer, order=replace(answer.order, moments=(), not_first=("SAU", "SYR")))
    (said,) = _say(case, none).order
    assert said == (
        "There is no order: somebody has to be the first to sign, and it may be none of these: Saudi Arabia and Syria."
    )
    assert _say(case, replace(answer, order=None)).order == ()


def test_many_are_counted_and_not_named(case: Case, answer: Answer) -> None:
    assert answer.order is not None
    alone = answer.order.moments[0]
    many = replace(answer.order, moments=(alone,) * 20, together=1, not_first=())
    assert _say(case, replace(answer, order=many)).order[1] == (
        "1. 20 members sign, one after another; the page has the order."
    )


def test_a_long_way_is_cut_short(case: Case, answer: Answer) -> None:
    assert answer.order is not None
    last = answer.order.moments[-1]
    busy = replace(last, steps=last.steps * 4, signs=("SYR",))
    long = replace(answer.order, moments=(busy,) * 10, together=1, not_first=())
    said = _say(case, replace(answer, order=long)).order
    assert said[1] == "1. 4 steps are taken; then Syria signs."
    assert (len(said), said[-2]) == (11, "2 more moments follow; the page has them.")


def test_what_a_price_changes(case: Case, answer: Answer) -> None:
    assert _say(case, answer).sensitivity == (
        "The cheapest package stays the cheapest with the price of a notch anywhere from nothing to 4 times what is "
        "assumed and whatever the price of lifting a red line is.",
        "It stays the cheapest while the price of opening a track is between 0.5 and 4 (1 is assumed).",
        "Were it below 0.5, this would be cheaper: the tie between Saudi Arabia and Syria mended by 2 notches, from "
        "−0.67 to 0.00, and the tie between Syria and Turkey mended by 2 notches, from −0.70 to −0.03.",
        "Whatever each of these prices is, the tie between Syria and Turkey is part of the cheapest package.",
        "Whatever share of the price a wholly trusted broker takes off, Russia stays the best broker at the most "
        "likely weights of the ties.",
    )
    assert "ما دامت كلفة فتح المسار بين 0.5 و4" in _say(case, answer, "ar").sensitivity[1]
    stopped = tuple(replace(found, proven=False) for found in answer.sensitivity)
    assert _say(case, replace(answer, sensitivity=stopped)).sensitivity[-2].startswith("Not all prices were searched")
    two = (BestBroker(0.0, 0.6, "RUS"), BestBroker(0.6, 1.0, "USA"))
    assert _say(case, replace(answer, best_brokers=two)).sensitivity[-1] == (
        "Who is the best broker hangs on what share of the price a wholly trusted one takes off: Russia from 0% to 60% "
        "and the United States from 60% to 100%."
    )
