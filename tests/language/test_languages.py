"""What language a text is in."""

from __future__ import annotations

import pytest

from ahlaf.language import detect_language, identify_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("قال الوزير إن بلاده تدعم الحوار", "ar"),
        ("The minister said that his country backs the talks.", "en"),
        ("Assad Putin meeting", "en"),
        ("قال وزير الخارجية إن موسكو تدعم دمشق، as Reuters said", "ar"),
        ("Le ministre a dit que les deux pays sont dans une crise avec la France.", "fr"),
        ("Der Minister sagte, dass die beiden Länder nicht mit der EU verhandeln.", "de"),
        ("El ministro dijo que los dos países no están en la misma situación.", "es"),
        ("وزیر گفت که این کشور از سوریه حمایت می کند و باید برای صلح تلاش شود", "fa"),
        ("وزیر نے کہا کہ یہ ملک شام کی حمایت کر رہا ہے اور امن کے لیے کوشش ہو", "ur"),
        ("Министр сказал, что стороны договорились.", None),
        ("1234 !!", None),
        ("", None),
    ],
)
def test_identify(text: str, lang: str | None) -> None:
    assert identify_language(text) == lang
    assert detect_language(text) == (lang if lang in ("ar", "en") else None)
