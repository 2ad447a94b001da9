"""Writes random well-typed CEL expressions, for scripts/differential-cel.

What the language definition leaves open, so that two engines may differ, is left out where it could
hide behind other operations; `differences` of the script asks it by itself.
"""
import random

SCALARS = ["bool", "int", "uint", "double", "string", "timestamp", "duration"]
KEYS = ["int", "string", "bool"]
ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "+05:45", "-08:00"]
FIELDS = ["getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear",
          "getHours", "getMinutes", "getSeconds", "getMilliseconds"]
WORDS = ["", "a", "ab", "abc", "Abc", "罚", "处罚", "行政处罚决定", "2024", "-7", "1.5", "true", " a b ",
         "x,y,z", "e\u0301", "😀", "A-9"]
PATTERNS = ["a", "^a", "b$", "[0-9]+", "^[A-Z][a-z]*$", "处.罚?", "(a|b)+c?", "^$", "\\\\d{2,4}", "."]


def expressions(seed, count):
    writer = Writer(random.Random(seed))
    return [writer.whole() for _ in range(count)]


class Writer:
    """Writes one expression after another; `self.scope` holds the variables of macros around."""

    def __init__(self, random):
        self.random = random
        self.scope = []
        self.names = 0

    def whole(self):
        self.scope, self.names = [], 0
        return self.make(self.type(2), self.random.randint(1, 5))

    def type(self, depth):
        roll = self.random.random()
        if depth > 0 and roll < 0.15:
            return ("list", self.type(depth - 1))
        if depth > 0 and roll < 0.25:
            return ("map", self.random.choice(KEYS), self.type(depth - 1))
        return self.random.choice(SCALARS)

    def make(self, type, depth):
        """An expression of a type, at most `depth` calls high."""
        known = [name for name, bound in self.scope if bound == type]
        if known and self.random.random() < (0.6 if depth <= 0 else 0.3):
            return self.random.choice(known)
        if depth <= 0 or self.random.random() < 0.1:
            return self.literal(type, depth)
        if self.random.random() < 0.12:
            return self.anything(type, depth - 1)
        if isinstance(type, tuple):
            return getattr(self, type[0])(type, depth - 1)
        return self.random.choice(getattr(self, "of_" + type)())(depth - 1)

    # Literals

    def literal(self, type, depth):
        pick = self.random.choice
        if type == "bool":
            return pick(["true", "false"])
        if type == "int":
            return pick(["0", "1", "2", "3", "-1", "-7", "10", "365", "1000003", str(self.random.randint(-99, 99)),
                         "9223372036854775807", "-9223372036854775808", "4294967296", "9007199254740993"])
        if type == "uint":
            return pick(["0u", "1u", "2u", "7u", "18446744073709551615u", "9223372036854775808u",
                         f"{self.random.randint(0, 99)}u"])
        if type == "double":
            return pick(["0.0", "-0.0", "1.0", "0.5", "-1.5", "2.5", "0.1", "1e3", "1e20", "-2.5e-7", "1e308",
                         "123456.789", "9007199254740992.0", f"{self.random.uniform(-100, 100):.3f}"])
        if type == "string":
            return f'"{pick(WORDS)}"'
        if type == "timestamp":
            year = pick([1, 1583, 1969, 1970, 2000, 2024, 2024, 2025, 9999])
            second = pick(["00", "59", "30.5", "07.125"])
            return (f'timestamp("{year:04}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}'
                    f'T{self.random.randint(0, 23):02}:{self.random.randint(0, 59):02}:{second}Z")')
        if type == "duration":
            return f'duration("{pick(["0s", "1s", "-1s", "90m", "1.5s", "24h", "-36h", "1h30m", "500ms", "2160h"])}")'
        if type[0] == "list":
            return "[" + ", ".join(self.make(type[1], depth - 1) for _ in range(self.random.randint(1, 3))) + "]"
        keys = {"int": ["1", "2", "-3", "0"], "string": ['"a"', '"b"', '"罚"', '""'], "bool": ["true", "false"]}[type[1]]
        chosen = self.random.sample(keys, self.random.randint(1, min(3, len(keys))))
        return "{" + ", ".join(f"{key}: {self.make(type[2], depth - 1)}" for key in chosen) + "}"

    # Forms of every type

    def anything(self, type, depth):
        form = self.random.randint(0, 3)
        if form == 0:
            return f"({self.make('bool', depth)} ? {self.make(type, depth)} : {self.make(type, depth)})"
        if form == 1:
            return f"{self.make(('list', type), depth)}[{self.random.choice(['0', '0', '1', '2', self.make('int', depth)])}]"
        if form == 2:
            key = self.random.choice(KEYS)
            return f"{self.make(('map', key, type), depth)}[{self.make(key, depth - 1)}]"
        bound = self.type(1)
        value = self.make(bound, depth)
        return f"cel.bind({self.bind(bound)}, {value}, {self.inside(bound, type, depth)})"

    def bind(self, type):
        """The name that the next `inside` gives a variable."""
        return f"v{self.names}"

    def inside(self, bound, type, depth):
        """An expression that may use one more variable."""
        self.scope.append((f"v{self.names}", bound))
        self.names += 1
        try:
            return self.make(type, depth)
        finally:
            self.scope.pop()

    # Lists and maps

    def list(self, type, depth):
        form = self.random.randint(0, 4)
        if form == 0:
            return f"({self.make(type, depth)} + {self.make(type, depth)})"
        if form == 1:
            elements = self.make(type, depth)
            return f"{elements}.filter({self.bind(type[1])}, {self.inside(type[1], 'bool', depth)})"
        if form == 2:
            of = self.type(0)
            elements = self.make(("list", of), depth)
            return f"{elements}.map({self.bind(of)}, {self.inside(of, type[1], depth)})"
        if form == 3 and type[1] == "string":
            limit = self.random.choice(["", "", f", {self.random.randint(-1, 3)}"])
            return f"{self.make('string', depth)}.split({self.make('string', 0)}{limit})"
        if form == 3 and type[1] in KEYS:
            # The keys of a map, of which there is one, since maps have no order.
            return f"{{{self.make(type[1], depth)}: 1}}.map({self.bind(type[1])}, {self.inside(type[1], type[1], depth)})"
        return self.literal(type, depth)

    def map(self, type, depth):
        if self.random.random() < 0.3:
            return f"{{{self.make(type[1], depth)}: {self.make(type[2], depth)}}}"
        return self.literal(type, depth)

    # Scalars: for each type the forms that give it

    def join(self, text, *types):
        """Makes a form of a text with `{}` for operands of the types."""
        return lambda depth: text.format(*[self.make(type, depth) for type in types])

    def of_bool(self):
        ordered = self.random.choice(["int", "uint", "double", "string", "timestamp", "duration", "bool"])
        mixed = self.random.sample(["int", "uint", "double"], 2)
        any, relation = self.type(2), self.random.choice(["<", "<=", ">", ">="])
        of = self.type(1)
        equals = self.random.choice(["==", "!="])
        key = self.random.choice(KEYS)
        return [
            self.join("({} && {})", "bool", "bool"), self.join("({} || {})", "bool", "bool"),
            self.join("!{}", "bool"), self.join(f"({{}} {relation} {{}})", ordered, ordered),
            self.join(f"(dyn({{}}) {relation} {{}})", *mixed), self.join(f"({{}} {equals} {{}})", any, any),
            self.join(f"(dyn({{}}) {equals} {{}})", *mixed),
            self.join("({} in {})", of, ("list", of)), self.join("({} in {})", key, ("map", key, of)),
            self.join("{}.contains({})", "string", "string"), self.join("{}.startsWith({})", "string", "string"),
            self.join("{}.endsWith({})", "string", "string"),
            self.join(f'{{}}.matches("{self.braced(self.random.choice(PATTERNS))}")', "string"),
            self.join("bool({})", "string"),
            self.join("math.isNaN({})", "double"), self.join("math.isInf({})", "double"),
            self.join("math.isFinite({})", "double"),
            lambda depth: f'has({self.make(("map", "string", of), depth)}.a)',
            self.quantifier("all", of), self.quantifier("exists", of), self.quantifier("exists_one", of),
        ]

    def braced(self, pattern):
        """A pattern for `str.format`, which takes braces for its own."""
        return pattern.replace("{", "{{").replace("}", "}}")

    def quantifier(self, name, of):
        def form(depth):
            elements = self.make(("list", of), depth)
            return f"{elements}.{name}({self.bind(of)}, {self.inside(of, 'bool', depth)})"
        return form

    def of_int(self):
        sign = self.random.choice("+-*/%")
        field, zone = self.random.choice(FIELDS), self.random.choice(ZONES)
        of = self.type(1)
        bits = self.random.choice(["math.bitAnd", "math.bitOr", "math.bitXor"])
        return [
            self.join(f"({{}} {sign} {{}})", "int", "int"), self.join(f"({{}} {sign} {{}})", "int", "int"),
            self.join("-({})", "int"), self.join("int({})", self.random.choice(["uint", "double", "string", "timestamp"])),
            self.join("size({})", self.random.choice(["string", ("list", of), ("map", self.random.choice(KEYS), of)])),
            self.join("{}.size()", self.random.choice(["string", ("list", of)])),
            self.join(f'{{}}.{field}("{zone}")', "timestamp"),
            self.join(f"{{}}.{self.random.choice(FIELDS[6:])}()", "duration"),
            self.join("{}.indexOf({})", "string", "string"), self.join("{}.lastIndexOf({})", "string", "string"),
            self.join(f"{{}}.indexOf({{}}, {self.random.randint(0, 3)})", "string", "string"),
            self.join("math.greatest({}, {})", "int", "int"), self.join("math.least({}, {}, {})", "int", "int", "int"),
            self.join("math.abs({})", "int"), self.join("math.sign({})", "int"), self.join(f"{bits}({{}}, {{}})", "int", "int"),
            self.join("math.bitNot({})", "int"), self.join(f"math.bitShiftLeft({{}}, {self.random.randint(0, 65)})", "int"),
            self.join(f"math.bitShiftRight({{}}, {self.random.randint(0, 65)})", "int"),
        ]

    def of_uint(self):
        sign = self.random.choice("+-*/%")
        return [
            self.join(f"({{}} {sign} {{}})", "uint", "uint"), self.join(f"({{}} {sign} {{}})", "uint", "uint"),
            self.join("uint({})", self.random.choice(["int", "double", "string"])),
            self.join("math.greatest({}, {})", "uint", "uint"), self.join("math.abs({})", "uint"),
            self.join("math.bitOr({}, {})", "uint", "uint"),
        ]

    def of_double(self):
        sign = self.random.choice("+-*/")
        rounding = self.random.choice(["ceil", "floor", "round", "trunc", "abs"])
        return [
            self.join(f"({{}} {sign} {{}})", "double", "double"), self.join(f"({{}} {sign} {{}})", "double", "double"),
            self.join("-({})", "double"), self.join("double({})", self.random.choice(["int", "uint", "string"])),
            self.join(f"math.{rounding}({{}})", "double"), self.join("math.least({}, {})", "double", "double"),
            self.join("math.greatest({}, {})", "double", "double"),
        ]

    def of_string(self):
        number = self.random.choice(["0", "1", "2", "3"])
        return [
            self.join("({} + {})", "string", "string"), self.join("({} + {})", "string", "string"),
            self.join("string({})", self.random.choice(["int", "uint", "bool"])), lambda depth: f"string({self.plain()})",
            self.join("{}.lowerAscii()", "string"), self.join("{}.upperAscii()", "string"), self.join("{}.trim()", "string"),
            self.join("{}.replace({}, {})", "string", "string", "string"),
            self.join(f"{{}}.replace({{}}, {{}}, {number})", "string", "string", "string"),
            self.join(f"{{}}.substring({number})", "string"), self.join(f"{{}}.substring(0, {number})", "string"),
            self.join(f"{{}}.charAt({number})", "string"),
            self.join("{}.join()", ("list", "string")), self.join("{}.join({})", ("list", "string"), "string"),
        ]

    def plain(self):
        """A literal whose text the language definition leaves no choice about."""
        return self.random.choice([
            f"{self.random.uniform(-100, 100):.3f}", 'timestamp("2024-09-30T08:07:06Z")',
            'timestamp("1969-12-31T23:59:59.125Z")', 'duration("1h30m")', 'duration("-1.125s")'])

    def of_timestamp(self):
        return [
            self.join("({} + {})", "timestamp", "duration"), self.join("({} - {})", "timestamp", "duration"),
            self.join("({} + {})", "duration", "timestamp"), self.join("timestamp({})", "int"),
            self.join("timestamp(string({}))", "timestamp"),
        ]

    def of_duration(self):
        return [
            self.join("({} + {})", "duration", "duration"), self.join("({} - {})", "duration", "duration"),
            self.join("({} - {})", "timestamp", "timestamp"), self.join("duration(string({}))", "duration"),
        ]
