"""The few pieces of SVG that the pictures are put together from; every text and attribute is escaped."""

from __future__ import annotations

from markupsafe import Markup, escape

from ahlaf.report.words import Words

Attribute = str | float


def element(tag: str, *children: str, **attributes: Attribute) -> Markup:
    """Return an element; underscores in attribute names stand for hyphens, `class_` for class."""
    written = "".join(f' {_name(name)}="{escape(_value(value))}"' for name, value in attributes.items())
    inner = Markup("").join(children)
    return Markup(f"<{tag}{written}>{inner}</{tag}>") if children else Markup(f"<{tag}{written}/>")


def label(x: float, y: float, text: str, words: Words, *, anchor: str = "start", class_: str = "") -> Markup:
    """Return a text at a point; `anchor` is start, middle or end as the language reads."""
    extra = {"class_": class_} if class_ else {}
    return element("text", escape(text), x=x, y=y, text_anchor=anchor, direction=words.direction, **extra)


def at_side(x: float, y: float, text: str, words: Words, *, side: str, class_: str = "") -> Markup:
    """Return a text that grows to the right or left of a point, whichever way the language reads."""
    grows_right = side == "right"
    anchor = "start" if grows_right == (words.direction == "ltr") else "end"
    return label(x, y, text, words, anchor=anchor, class_=class_)


def picture(
    children: list[Markup], *, name: str, title: str, description: str, width: float, height: float, class_: str
) -> Markup:
    """Return a whole picture with its title and description; `name` begins the ids, which a page has once."""
    heading = element("title", escape(title), id=f"{name}-title")
    explained = element("desc", escape(description), id=f"{name}-desc")
    return element(
        "svg",
        heading,
        explained,
        *children,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_=class_,
    )


def _name(name: str) -> str:
    return name if name == "viewBox" else name.rstrip("_").replace("_", "-")


def _value(value: Attribute) -> str:
    """Write a number with at most one decimal, so that the bytes do not hang on the last bit of a float."""
    return value if isinstance(value, str) else f"{round(value, 1) + 0.0:g}"
