"""How well a few typed letters fit a title. Nothing here needs Qt."""

START, AFTER_GAP, IN_ROW, GAP = 8.0, 5.0, 4.0, 0.15
LONG = 0.02
BEGINNING = 10.0
"""For a title that begins with all that was typed: more than letters at the beginnings of other words can bring."""


def score(query: str, title: str) -> float | None:
    """Larger is better; None where a letter is missing. Words of the query may come in any order.

    Letters in a row and at the beginnings of words count most; short titles win over long ones.
    """
    query, title = query.lower().strip(), title.lower()
    total = BEGINNING if title.startswith(query) else 0.0
    for word in query.split():
        best = _score_word(word, title)
        if best is None:
            return None
        total += best
    return total - LONG * len(title)


def _score_word(word: str, title: str) -> float | None:
    starts = [place for place, letter in enumerate(title) if letter == word[0]]
    scores = [found for place in starts if (found := _score_from(word, title, place)) is not None]
    return max(scores, default=None)


def _score_from(word: str, title: str, start: int) -> float | None:
    """Each letter at the nearest place it is found, the first one at ``start``."""
    total, before = 0.0, start - 1
    for letter in word:
        place = title.find(letter, before + 1)
        if place < 0:
            return None
        begins = place == 0 or not title[place - 1].isalnum()
        if place == before + 1 and total:
            total += IN_ROW
        elif place == 0:
            total += START
        elif begins:
            total += AFTER_GAP
        total += 1.0 - GAP * (place - before - 1 if total else 0)
        before = place
    return total
