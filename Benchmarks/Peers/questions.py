"""The five questions as numbers, without any library."""

QUESTIONS = [
    "What is your name?",
    "How are you?",
    "What is your profession?",
    "Where do you live?",
    "What is your favorite color?",
]
ANSWERS = [0, 1, 0, 2, 3]


def words(text):
    return text.lower().replace("?", "").split()


def table():
    """Word numbers by frequency, as Keras counts them, padded on the left."""
    counts = {}
    for question in QUESTIONS:
        for word in words(question):
            counts[word] = counts.get(word, 0) + 1
    ranked = sorted(counts, key=lambda word: -counts[word])
    index = {word: number + 1 for number, word in enumerate(ranked)}
    rows = [[index[word] for word in words(q)] for q in QUESTIONS]
    width = max(len(row) for row in rows)
    return [[0.0] * (width - len(row)) + row for row in rows]
