#!/usr/bin/env python3
"""The score a second time: another language, exact fractions, written from src/core/SPEC.md and not from the code beside it.

Reads lines of JSON, each a case {"questionnaire", "facts", "policy", "answers", "result"}, where the result is what the app says.
Prints a line for every case in which the two differ, and at the end how many were reckoned and how far apart figures were at most.
Rule numbers in comments are those of SPEC.md. Kleene's values are True, False and None.
"""

import json
import sys
from datetime import date
from fractions import Fraction
from itertools import combinations

HUNDRED = Fraction(100)
# The app reckons in floating point: so close is the same.
CLOSE = Fraction(1, 10**9)


def number(value):
    return Fraction(value)


def at_least(value, threshold):
    """R1: compared after rounding to 0.000001."""
    return round(value * 10**6) >= round(threshold * 10**6)


def reaches(low, high, threshold):
    return True if at_least(low, threshold) else None if at_least(high, threshold) else False


# C2: three values.


def both(values):
    values = list(values)
    return False if False in values else None if None in values else True


def either(values):
    values = list(values)
    return True if True in values else None if None in values else False


# Q5: several items of one answer.


def combined(risks, rule):
    kind = (rule or {"rule": "worst"})["rule"]
    worst = max(risks)
    if kind == "worst":
        return worst
    if kind == "mean":
        return sum(risks) / len(risks)
    if kind == "sum":
        return min(HUNDRED, sum(risks))
    further = sum(1 for risk in risks if risk >= number(rule["from"])) - (1 if worst >= number(rule["from"]) else 0)
    return min(HUNDRED, worst + further * number(rule["each"]))


class Scalar:
    """Q6, Q7: what one value of a question or of a column risks, and the least and greatest that any may."""

    def __init__(self, asked, world):
        self.asked, self.world = asked, world
        self.options = {option["id"]: option.get("risk") for option in asked.get("options", [])}
        risks = self._possible()
        self.scored = len(risks) > 0
        self.best, self.worst = (min(risks), max(risks)) if risks else (None, None)

    def _possible(self):
        asked, found = self.asked, [number(risk) for risk in self.options.values() if risk is not None]
        if asked["type"] in ("country", "countries") and "risks" in asked:
            # Q1.1: all classes, whoever is in them.
            found += [number(risk) for risk in asked["risks"].values()]
        if asked["type"] in ("number", "date") and "scale" in asked:
            found += [self._scaled(at) for at in self._telling()]
        return found

    def _telling(self):
        """Values among which are those of the least and the greatest risk."""
        points = [self._place(point["at"]) for point in self.asked["scale"]["points"]]
        low, high = (self._place(self.asked[end]) if end in self.asked else None for end in ("min", "max"))
        low = min(points) - 1 if low is None else low
        high = max(points) + 1 if high is None else high
        if self.asked["type"] == "date" or self.asked.get("integer"):
            near = {at + by for at in points for by in (-1, 0, 1)}
            return [at for at in near | {low, high} if low <= at <= high]
        return [at for at in points if low <= at <= high] + [low, high]

    def _place(self, at):
        return Fraction(date.fromisoformat(at).toordinal()) if self.asked["type"] == "date" else number(at)

    def _scaled(self, at):
        points = [(self._place(point["at"]), number(point["risk"])) for point in self.asked["scale"]["points"]]
        below = [point for point in points if point[0] <= at]
        above = [point for point in points if point[0] > at]
        if not below:
            return points[0][1]
        if self.asked["scale"]["kind"] == "steps" or not above:
            return below[-1][1]
        (start, first), (end, last) = below[-1], above[0]
        return first + (last - first) * (at - start) / (end - start)

    def risk(self, value):
        """None: has none."""
        if isinstance(value, str) and value in self.options:
            return None if self.options[value] is None else number(self.options[value])
        if self.asked["type"] in ("country", "countries"):
            return number(self.asked["risks"][self.world.class_of(value)]) if "risks" in self.asked else None
        if self.asked["type"] in ("number", "date") and "scale" in self.asked:
            return self._scaled(self._place(value))
        return None

    def is_number(self, value):
        return not (isinstance(value, str) and value in self.options)


class World:
    """What decides beside the questionnaire's text: classes of countries, parameters, weights."""

    def __init__(self, questionnaire, facts, policy):
        self.questionnaire, self.facts, self.policy = questionnaire, facts, policy
        self.grades = [grade["id"] for grade in questionnaire["grades"]]
        self.widening = {grade["id"]: number(grade["widening"]) for grade in questionnaire["grades"]}

    def class_of(self, country):
        for one in self.questionnaire["countryClasses"]:
            of = one["of"]
            if of["by"] == "policy" and country in self.policy["countries"]:
                return one["id"]
            if of["by"] == "facts" and any(
                member["country"] == country and ("values" not in of or member.get("value") in of["values"])
                for facts in self.facts["sets"]
                if facts["id"] == of["set"]
                for member in facts["members"]
            ):
                return one["id"]
            if of["by"] == "rest":
                return one["id"]
        raise ValueError(country)

    def threshold(self, said):
        if not isinstance(said, dict):
            return number(said)
        (parameter,) = [one for one in self.questionnaire["parameters"] if one["id"] == said["parameter"]]
        chosen = self.policy["parameters"].get(parameter["id"], parameter["default"])
        return number(next(choice["value"] for choice in parameter["choices"] if choice["id"] == chosen))

    def weight_of(self, section):
        """S1.1"""
        return number(self.policy.get("weights", {}).get(section["id"], section["weight"]))


class Question:
    def __init__(self, asked, answer, world):
        self.asked, self.answer, self.world = asked, answer, world
        self.weight = number(asked["weight"])
        self.open = answer is None or answer["state"] != "answered"
        self.incomplete = not self.open and answer.get("incomplete", False)
        self.value = None if self.open else answer["value"]
        self.applies = True
        self.columns = {}
        if asked["type"] == "table":
            self.columns = {column["id"]: Scalar(column, world) for column in asked["columns"]}
        else:
            self.scalar = Scalar(asked, world)
        ends = self._ends() if self.weight > 0 else None
        self.scored = ends is not None
        if ends:
            self.best, self.worst = ends
            self.interval = self._interval()

    # Items: a choice, a country, a row.

    def _others(self):
        """Risks of items that may join the list; with how many more there is room for (None: any)."""
        asked = self.asked
        if asked["type"] == "several":
            left = [o for o in asked["options"] if not o.get("exclusive") and o["id"] not in self.value]
            return [number(o["risk"]) for o in left], len(left)
        if asked["type"] == "countries":
            return [number(risk) for risk in asked["risks"].values()], None
        low, high = self._row_ends({})
        return [low, high], asked.get("maxRows", 1000) - len(self.value)

    def _row_ends(self, row):
        """Q7: from the cells that are there, and anything in those that are not."""
        parts = []
        for column in self.asked["columns"]:
            scalar, weight = self.columns[column["id"]], number(column.get("weight", 0))
            if weight > 0 and scalar.scored:
                risk = scalar.risk(row[column["id"]]) if column["id"] in row else None
                parts.append((weight, (risk, risk) if column["id"] in row else (scalar.best, scalar.worst)))
        if not parts:
            return None
        if self.asked.get("rowRisk", "worst") == "worst":
            return tuple(max(ends[i] for _, ends in parts) for i in (0, 1))
        whole = sum(weight for weight, _ in parts)
        return tuple(sum(weight * ends[i] for weight, ends in parts) / whole for i in (0, 1))

    def _ends(self):
        """Q1: least and greatest risk of any acceptable answer."""
        asked, rule = self.asked, self.asked.get("combine")
        if asked["type"] == "several":
            alone = [number(o["risk"]) for o in asked["options"] if o.get("exclusive")]
            joint = [number(o["risk"]) for o in asked["options"] if not o.get("exclusive")]
            found = alone + ([min(joint), max(joint), combined(joint, rule)] if joint else [])
            return min(found), max(found)
        if asked["type"] == "table":
            row, found = self._row_ends({}), []
            if row is None:
                return None
            for count in (1, asked.get("maxRows", 1000)):
                found += [combined([end] * count, rule) for end in row]
            if "noRows" in asked and "risk" in asked["noRows"]:
                found.append(number(asked["noRows"]["risk"]))
            return min(found), max(found)
        return (self.scalar.best, self.scalar.worst) if self.scalar.scored else None

    def items(self):
        """Each item's least and greatest risk."""
        asked, value = self.asked, self.value
        if asked["type"] == "table":
            if not value:
                risk = asked["noRows"].get("risk")
                return [] if risk is None else [(number(risk), number(risk))]
            return [self._row_ends(row) for row in value]
        listed = value if isinstance(value, list) else [value]
        return [(risk, risk) for risk in map(self.scalar.risk, listed)]

    def _stands_alone(self):
        """Q4.1: "none of these", "nobody"; nothing can join it. Rows can join where it was said that there are none."""
        if self.asked["type"] == "table":
            return False
        return len(self.value) == 1 and any(o["id"] == self.value[0] and self._is_alone(o) for o in self.asked.get("options", []))

    def _is_alone(self, option):
        return option.get("exclusive", False) or self.asked["type"] == "countries"

    def _value(self):
        """Q4, Q5: least and greatest risk of the answer, whatever it is shown on."""
        rule = self.asked.get("combine") if self.asked["type"] in ("several", "table") else None
        items = self.items()
        if self.incomplete and not self._stands_alone():
            return self._with_more(items, rule)
        return tuple(combined([item[i] for item in items], rule) for i in (0, 1))

    def _interval(self):
        """Q2, Q3"""
        if self.open:
            return self.best, self.worst
        low, high = self._value()
        grade = (self.answer.get("evidence") or {}).get("grade")
        widening = max(self.world.widening.values()) if grade is None else self.world.widening[grade]
        if self.asked["evidence"] == "none":
            widening = Fraction(0)
        return low, high + widening * (self.worst - high)

    def _with_more(self, items, rule):
        others, room = self._others()
        lows, highs = [], []
        if self.asked["type"] == "table" and not self.value:
            lows, highs = [low for low, _ in items], [high for _, high in items]
            items = []
        if self.asked["type"] == "several":
            for count in range(len(others) + 1):
                for joined in combinations(others, count):
                    lows.append(combined([item[0] for item in items] + list(joined), rule))
                    highs.append(combined([item[1] for item in items] + list(joined), rule))
        else:
            for count in range((1 if room is None else room) + 1):
                if count == 0 and not items:
                    continue
                for more in others:
                    lows.append(combined([item[0] for item in items] + [more] * count, rule))
                    highs.append(combined([item[1] for item in items] + [more] * count, rule))
        return min(lows), max(highs)

    # Conditions.

    def settles(self, grade):
        """C2.1, A4.1: is the evidence of the answer no weaker than this?"""
        own = (self.answer.get("evidence") or {}).get("grade")
        return own is not None and self.world.grades.index(own) >= self.world.grades.index(grade)

    def states(self, column, fulfils):
        """C1, C2: whether one item or row fulfils it. `fulfils`: of a value and its scalar."""
        if self.open:
            return None
        if column is not None:
            cells = [row.get(column) for row in self.value]
            found = [None if cell is None else fulfils(cell, self.columns[column]) for cell in cells]
        else:
            listed = self.value if isinstance(self.value, list) else [self.value]
            found = [fulfils(one, self.scalar) for one in listed]
        return self._perhaps_more(either(found))

    def _perhaps_more(self, truth):
        return None if self.incomplete and truth is False else truth

    def risks_at_least(self, column, threshold):
        """C1: of the risk of the whole answer, or of a cell; C2.3: what is still open decides where all of it lies on one side."""
        if self.open:
            return None
        if column is None:
            return reaches(*self._value(), threshold)
        scalar, found = self.columns[column], []
        for row in self.value:
            risk = scalar.risk(row[column]) if column in row else None
            found.append(reaches(scalar.best, scalar.worst, threshold) if column not in row else at_least(risk, threshold))
        return self._perhaps_more(either(found))


class Score:
    def __init__(self, case):
        self.world = World(case["questionnaire"], case["facts"], case["policy"])
        self.sections, self.questions = [], {}
        answers = case["answers"]
        for section in case["questionnaire"]["sections"]:
            asked = [question for page in section["pages"] for question in page["questions"]]
            made = []
            for one in asked:
                question = Question(one, answers.get(one["id"]), self.world)
                if "visible" in one:
                    question.applies = self.truth(one["visible"], True)
                self.questions[one["id"]] = question
                made.append(question)
            self.sections.append((section, made))
        self.sums = {section["id"]: self._section(made) for section, made in self.sections}
        self.lifted = dict(self.sums)
        self.gates = {}
        for gate in case["questionnaire"]["gates"]:
            self.gates[gate["id"]] = self.truth(gate["when"], True)
            for effect in gate["effects"]:
                self._lift(self.gates[gate["id"]], effect)
        self.overall = self._overall()
        self._rate(case["questionnaire"])

    def truth(self, condition, speaking_for):
        """C1 to C3. `speaking_for`: does what fulfils this speak for the whole condition, or, under `not`, against it?"""
        op = condition["op"]
        if op in ("all", "any"):
            return (both if op == "all" else either)(self.truth(one, speaking_for) for one in condition["of"])
        if op == "not":
            truth = self.truth(condition["of"], not speaking_for)
            return None if truth is None else not truth
        if op == "gate":
            return self.gates[condition["gate"]]
        if op == "section-at-least":
            return self._reaches(self.lifted[condition["section"]], self.world.threshold(condition["risk"]))
        question = self.questions[condition["question"]]
        truth = self._statement(question, condition)
        if truth is not None and truth != speaking_for and "settledFrom" in condition and not question.settles(condition["settledFrom"]):
            truth = None
        if question.applies is True:
            return truth
        # C2.2
        return False if question.applies is False or truth is False else None

    def _reaches(self, mean, threshold):
        """C3"""
        if mean is None:
            return False
        truth = reaches(mean[0], mean[1], threshold)
        return None if truth and mean[2] else truth

    def _statement(self, question, condition):
        op, column = condition["op"], condition.get("column")
        if op == "answer-in":
            return question.states(column, lambda value, _: value in condition["options"])
        if op == "country-class-in":
            return question.states(
                column, lambda value, scalar: scalar.is_number(value) and self.world.class_of(value) in condition["classes"]
            )
        if op == "number-is":
            to, relation = self.world.threshold(condition["to"]), condition["relation"]
            # C1.1
            return question.states(column, lambda value, scalar: scalar.is_number(value) and compared(number(value), relation, to))
        return question.risks_at_least(column, self.world.threshold(condition["risk"]))

    def _section(self, questions):
        """S1, S2: least and greatest mean, and whether it may turn out not to be scored; or None."""
        there = [q for q in questions if q.scored and q.applies is not False]
        return mean([(q.weight, q.interval, q.applies is None) for q in there])

    def _lift(self, gate, effect):
        """G2 to G4"""
        if effect["effect"] != "section-at-least" or gate is False:
            return
        found = self.lifted[effect["section"]]
        # G2.1
        if found is None:
            return
        low, high, optional = found
        risk = number(effect["risk"])
        self.lifted[effect["section"]] = (max(low, risk) if gate else low, max(high, risk), optional)

    def _overall(self):
        parts = []
        for section, _ in self.sections:
            found = self.lifted[section["id"]]
            weight = self.world.weight_of(section)
            if found is not None and weight > 0:
                parts.append((weight, found[:2], found[2]))
        return mean(parts)

    def _rate(self, questionnaire):
        """R1 to R3"""
        bands = questionnaire["bands"]
        stops = [self.gates[g["id"]] for g in questionnaire["gates"] if any(e["effect"] == "stop" for e in g["effects"])]
        self.stop = either(stops)
        self.coverage = self._coverage()
        if self.overall is None:
            self.rating = None
            self.headline = "stop" if self.stop else "not-scored"
            return
        ends = [max(i for i, band in enumerate(bands) if at_least(end, number(band["from"]))) for end in self.overall[:2]]
        for gate in questionnaire["gates"]:
            for effect in gate["effects"]:
                if effect["effect"] == "rating-at-least" and self.gates[gate["id"]] is not False:
                    floor = next(i for i, band in enumerate(bands) if band["id"] == effect["band"])
                    ends = [max(ends[0], floor) if self.gates[gate["id"]] else ends[0], max(ends[1], floor)]
        self.rating = [bands[end]["id"] for end in ends]
        enough = not at_least(1 - self.coverage - number(questionnaire["unansweredAtMost"]), Fraction(1, 10**6))
        if self.stop:
            self.headline = "stop"
        elif self.stop is None or ends[0] != ends[1] or not enough:
            self.headline = "not-ratable"
        else:
            self.headline = self.rating[0]

    def _coverage(self):
        """R3: the share of the weight that is answered."""
        whole, answered = Fraction(0), Fraction(0)
        for section, questions in self.sections:
            there = [q for q in questions if q.scored and q.applies is not False]
            weight = self.world.weight_of(section)
            if there and weight > 0:
                whole += weight
                answered += weight * sum(q.weight for q in there if not q.open) / sum(q.weight for q in there)
        return answered / whole if whole > 0 else Fraction(0)


def compared(value, relation, to):
    return {
        "at-least": value >= to,
        "above": value > to,
        "at-most": value <= to,
        "below": value < to,
        "equal": value == to,
    }[relation]


def mean(parts):
    """S2: of (weight, interval, may be missing). Parts that may be missing are added in the order of how far they move it; each length is tried."""
    if not parts:
        return None
    sure = [part for part in parts if not part[2]]
    perhaps = [part for part in parts if part[2]]

    def least(end, sign):
        ordered = sorted(perhaps, key=lambda part: sign * part[1][end])
        found = []
        for count in range(0 if sure else 1, len(ordered) + 1):
            taken = sure + ordered[:count]
            found.append(sign * sum(part[0] * part[1][end] for part in taken) / sum(part[0] for part in taken))
        return sign * min(found)

    return least(0, 1), least(1, -1), not sure


def differences(case, tally):
    """Where the app's result is another."""
    score, result, found = Score(case), case["result"], []

    def same(name, ours, theirs):
        if ours != theirs:
            found.append(f"{name}: {ours} here, {theirs} there")

    def near(name, ours, theirs):
        if ours is None or theirs is None:
            return same(name, ours, theirs)
        for end, key in enumerate(("low", "high")):
            apart = abs(ours[end] - number(theirs[key]))
            tally["furthest"] = max(tally["furthest"], apart)
            if apart > CLOSE:
                found.append(f"{name}.{key}: {float(ours[end])} here, {theirs[key]} there")

    truths = {"true": True, "false": False, "undetermined": None}
    for (name, question), theirs in zip(score.questions.items(), result["questions"]):
        same(f"{name} applies", question.applies, truths[theirs["applicable"]])
        near(name, question.interval if question.scored else None, theirs["interval"])
    for theirs in result["sections"]:
        for ours, key in ((score.sums, "sum"), (score.lifted, "interval")):
            mine = ours[theirs["id"]]
            near(f"{theirs['id']} {key}", mine, theirs[key])
            if mine is not None and theirs[key] is not None:
                same(f"{theirs['id']} {key} optional", mine[2], theirs[key]["optional"])
    near("overall", score.overall, result["overall"])
    for theirs in result["gates"]:
        same(f"gate {theirs['id']}", score.gates[theirs["id"]], truths[theirs["state"]])
    rating = result["rating"]
    same("rating", score.rating, rating and [rating["low"], rating["high"]])
    same("stop", score.stop, truths[result["stop"]])
    headline = result["headline"]
    same("headline", score.headline, headline["band"] if headline["kind"] == "band" else headline["kind"])
    if abs(score.coverage - number(result["coverage"])) > CLOSE:
        found.append(f"coverage: {float(score.coverage)} here, {float(result['coverage'])} there")
    tally[score.headline] = tally.get(score.headline, 0) + 1
    return found


def main():
    tally, cases, differing = {"furthest": Fraction(0)}, 0, 0
    for line in sys.stdin:
        case = json.loads(line, parse_float=Fraction)
        cases += 1
        found = differences(case, tally)
        if found:
            differing += 1
            print(json.dumps({"case": case["name"], "differences": found[:10]}), flush=True)
        if cases % 50_000 == 0:
            print(f"{cases} reckoned, {differing} differ", file=sys.stderr, flush=True)
    furthest = float(tally.pop("furthest"))
    print(json.dumps({"cases": cases, "differing": differing, "furthest": furthest, "headlines": tally}))


main()
