"""Makes laws.json and functions.json: what the kernel's laws and functions should give, from 50-digit arithmetic.

    pip install mpmath==1.4.1 && python tables.py

Nothing here is taken from the kernel: quantiles are roots of the laws' textbook distribution functions, moments are
closed forms or integrals. Arguments are doubles, taken exactly; results are rounded to the nearest double.
"""

import json
from pathlib import Path

from mpmath import erfc, erfinv, exp, expm1, gamma, inf, ln, log1p, loggamma, mp, mpf, pi, quad, sqrt

mp.dps = 50


class Law:
    """A law of values from `low` on: subclasses give cdf, sf and moment, or quantile in closed form."""

    low, atoms = mpf(0), ()

    def sf(self, x):
        return 1 - self.cdf(x)

    def excess(self, u, x):
        return self.cdf(x) - u if u <= 0.5 else (1 - u) - self.sf(x)

    def quantile(self, u):
        high = mpf(1)
        while self.excess(u, high) < 0:
            high *= 2
        low = high / 2
        while low > 1e-300 and self.excess(u, low) >= 0:
            low, high = low / 2, low
        for atom in self.atoms:
            if self.excess(u, atom) >= 0 and self.excess(u, atom * (1 - mpf(10) ** -40)) < 0:
                return atom
        while high - low > high * mpf(2) ** -10:
            middle = (low + high) / 2
            low, high = (low, middle) if self.excess(u, middle) >= 0 else (middle, high)
        for _ in range(20):
            below, above = self.excess(u, low), self.excess(u, high)
            if abs(high - low) < high * mpf(10) ** -40 or above == below:
                break
            low, high = high, high - above * (high - low) / (above - below)
        return high


class Deterministic(Law):
    def __init__(self, value):
        self.value, self.atoms = mpf(value), (mpf(value),)

    def cdf(self, x):
        return mpf(x >= self.value)

    def quantile(self, u):
        return self.value

    def moment(self, k):
        return self.value**k


class Exponential(Law):
    def __init__(self, mean):
        self.mean = mpf(mean)

    def sf(self, x):
        return exp(-x / self.mean)

    def cdf(self, x):
        return -expm1(-x / self.mean)

    def quantile(self, u):
        return -self.mean * log1p(-u)

    def moment(self, k):
        return self.mean**k * gamma(k + 1)


class Uniform(Law):
    def __init__(self, low, high):
        self.low, self.high = mpf(low), mpf(high)

    def cdf(self, x):
        return min(max((x - self.low) / (self.high - self.low), 0), 1)

    def quantile(self, u):
        return self.low + (self.high - self.low) * u

    def moment(self, k):
        return (self.high ** (k + 1) - self.low ** (k + 1)) / (k + 1) / (self.high - self.low)


def normal_quantile(u):
    return sqrt(2) * erfinv(2 * u - 1)


class ClampedNormal(Law):
    atoms = (mpf(0),)

    def __init__(self, mean, variance):
        self.mu, self.sigma = mpf(mean), sqrt(mpf(variance))

    def sf(self, x):
        return erfc((x - self.mu) / self.sigma / sqrt(2)) / 2

    def cdf(self, x):
        return erfc((self.mu - x) / self.sigma / sqrt(2)) / 2

    def quantile(self, u):
        return max(mpf(0), self.mu + self.sigma * normal_quantile(u))

    def moment(self, k):
        density = exp(-((self.mu / self.sigma) ** 2) / 2) / sqrt(2 * pi) * self.sigma
        above = erfc(-self.mu / self.sigma / sqrt(2)) / 2
        first = self.mu * above + density
        return first if k == 1 else self.mu * first + self.sigma**2 * above


class LogNormal(Law):
    def __init__(self, mu, sigma):
        self.mu, self.sigma = mpf(mu), mpf(sigma)

    def sf(self, x):
        return erfc((ln(x) - self.mu) / self.sigma / sqrt(2)) / 2

    def cdf(self, x):
        return erfc((self.mu - ln(x)) / self.sigma / sqrt(2)) / 2

    def quantile(self, u):
        return exp(self.mu + self.sigma * normal_quantile(u))

    def moment(self, k):
        return exp(k * self.mu + (k * self.sigma) ** 2 / 2)


def log_normal_of_moments(mean, variance):
    square = ln(1 + mpf(variance) / mpf(mean) ** 2)
    return LogNormal(ln(mpf(mean)) - square / 2, sqrt(square))


def log_normal_of_quantiles(u1, x1, u2, x2):
    z1, z2 = normal_quantile(mpf(u1)), normal_quantile(mpf(u2))
    sigma = (ln(mpf(x2)) - ln(mpf(x1))) / (z2 - z1)
    return LogNormal(ln(mpf(x1)) - sigma * z1, sigma)


def incomplete_gamma(a, x, digits=70):
    """Both sides of the incomplete gamma function: all terms of its series are positive, so nothing cancels."""
    if x > 500 + a + 40 * sqrt(a):
        return mpf(1), mpf(0)  # the upper side is below 1e-200
    with mp.workdps(digits):
        term = total = exp(a * ln(x) - x - loggamma(a + 1))
        n = 0
        while term > total * mpf(10) ** -digits or n < x:
            n += 1
            term *= x / (a + n)
            total += term
        return total, 1 - total


class Gamma(Law):
    def __init__(self, shape, scale):
        self.shape, self.scale = mpf(shape), mpf(scale)

    def cdf(self, x):
        return incomplete_gamma(self.shape, x / self.scale)[0]

    def sf(self, x):
        return incomplete_gamma(self.shape, x / self.scale)[1]

    def moment(self, k):
        return self.scale**k * gamma(self.shape + k) / gamma(self.shape)


class Weibull(Law):
    def __init__(self, shape, scale):
        self.shape, self.scale = mpf(shape), mpf(scale)

    def sf(self, x):
        return exp(-((x / self.scale) ** self.shape))

    def cdf(self, x):
        return -expm1(-((x / self.scale) ** self.shape))

    def quantile(self, u):
        return self.scale * (-log1p(-u)) ** (1 / self.shape)

    def moment(self, k):
        return self.scale**k * gamma(1 + k / self.shape)


class Pareto(Law):
    def __init__(self, alpha, minimum, maximum=inf):
        self.alpha, self.low, self.high = mpf(alpha), mpf(minimum), mpf(maximum)
        self.cut = (self.low / self.high) ** self.alpha

    def sf(self, x):
        return ((self.low / x) ** self.alpha - self.cut) / (1 - self.cut) if x > self.low else mpf(1)

    def cdf(self, x):
        return 1 - self.sf(x)

    def quantile(self, u):
        return self.low * (1 - u * (1 - self.cut)) ** (-1 / self.alpha)

    def moment(self, k):
        if self.high == inf:
            return self.alpha * self.low**k / (self.alpha - k) if self.alpha > k else inf
        scale = self.alpha * self.low**self.alpha / (1 - self.cut)
        power = k - self.alpha
        return scale * (ln(self.high / self.low) if power == 0 else (self.high**power - self.low**power) / power)


class Mixture(Law):
    def __init__(self, *components):
        total = sum(mpf(weight) for weight, _ in components)
        self.parts = [(mpf(weight) / total, law_of(law)) for weight, law in components]
        self.atoms = [atom for _, law in self.parts for atom in law.atoms]

    def cdf(self, x):
        return sum(weight * law.cdf(x) for weight, law in self.parts)

    def sf(self, x):
        return sum(weight * law.sf(x) for weight, law in self.parts)

    def moment(self, k):
        return sum(weight * law.moment(k) for weight, law in self.parts)


def hyperexponential(means, weights):
    return Mixture(*[(weight, ["exponential", mean]) for mean, weight in zip(means, weights)])


def hyperexponential_of_moments(mean, cv):
    ratio = sqrt((mpf(cv) ** 2 - 1) / (mpf(cv) ** 2 + 1))
    weights = [(1 + ratio) / 2, (1 - ratio) / 2]
    return hyperexponential([mpf(mean) / 2 / weight for weight in weights], weights)


class Bounded(Law):
    def __init__(self, law, bounds):
        self.law, self.shift = law_of(law), mpf(bounds.get("shift", 0))
        self.min, self.max = mpf(bounds.get("min", 0)), mpf(bounds.get("max", inf))

    def quantile(self, u):
        return min(max(self.law.quantile(u) + self.shift, self.min), self.max)

    def moment(self, k):
        end = self.min - self.shift
        ends = [max(end, self.law.low)]
        for u in ("0.01", "0.5", "0.99", "0.999999", "0.999999999999"):
            x = self.law.quantile(mpf(u))
            if ends[-1] < x < self.max - self.shift:
                ends.append(x)
        ends.append(self.max - self.shift)
        certain = (ends[0] + self.shift) ** k
        return certain + quad(lambda x: k * (x + self.shift) ** (k - 1) * self.law.sf(x), ends)


class Discrete(Law):
    """Values and their probabilities, ascending."""

    def quantile(self, u):
        below = mpf(0)
        for value, probability in self.pairs():
            below += probability
            if below >= u:
                return mpf(value)

    def moment(self, k):
        total = mpf(0)
        for value, probability in self.pairs():
            total += mpf(value) ** k * probability
        return total


class Poisson(Discrete):
    def __init__(self, mean):
        self.mean = mpf(mean)

    def pairs(self):
        low, high = (max(0, int(self.mean + sign * (30 + 12 * sqrt(self.mean)))) for sign in (-1, 1))
        probability = exp(low * ln(self.mean) - self.mean - loggamma(low + 1))
        for k in range(low, high):
            yield k, probability
            probability *= self.mean / (k + 1)


class EmpiricalSample(Discrete):
    def __init__(self, *values):
        self.values = sorted(values)

    def pairs(self):
        return [(value, mpf(1) / len(self.values)) for value in self.values]


class EmpiricalQuantiles(Law):
    def __init__(self, *points):
        self.points = [(mpf(p), mpf(x)) for p, x in points]

    def quantile(self, u):
        for (p0, x0), (p1, x1) in zip(self.points, self.points[1:]):
            if u <= p1:
                return x0 + (u - p0) / (p1 - p0) * (x1 - x0)

    def moment(self, k):
        total = mpf(0)
        for (p0, x0), (p1, x1) in zip(self.points, self.points[1:]):
            total += (p1 - p0) * sum(x0**i * x1 ** (k - i) for i in range(k + 1)) / (k + 1)
        return total


LAWS = {
    "deterministic": Deterministic,
    "exponential": Exponential,
    "uniform": Uniform,
    "clampedNormal": ClampedNormal,
    "logNormal": LogNormal,
    "logNormalOfMoments": log_normal_of_moments,
    "logNormalOfQuantiles": log_normal_of_quantiles,
    "gamma": Gamma,
    "weibull": Weibull,
    "pareto": Pareto,
    "hyperexponential": hyperexponential,
    "hyperexponentialOfMoments": hyperexponential_of_moments,
    "poisson": Poisson,
    "empiricalSample": EmpiricalSample,
    "empiricalQuantiles": EmpiricalQuantiles,
    "mixture": Mixture,
    "bounded": Bounded,
}


def law_of(spec):
    return LAWS[spec[0]](*spec[1:])


PARAMETERS = [
    *(["deterministic", value] for value in (0, 0.0001, 0.02, 1, 5000)),
    *(["exponential", mean] for mean in (0.0001, 0.003, 1, 50, 1e6)),
    *(["uniform", *ends] for ends in ((0, 1), (0, 0.002), (1, 3), (0.5, 0.51), (1000, 1e6))),
    *(["clampedNormal", *it] for it in ((10, 4), (1, 1), (0.05, 0.0001), (0.5, 100), (1000, 1))),
    *(["logNormal", *it] for it in ((0, 1), (-5, 0.5), (2, 0.01), (-1, 2), (3, 3))),
    *(["logNormalOfMoments", *it] for it in ((1, 1), (0.02, 0.0001), (5, 5), (0.1, 1), (200, 10))),
    *(["logNormalOfQuantiles", 0.5, x, u, y] for x, u, y in ((0.02, 0.99, 0.3), (0.1, 0.95, 0.2), (1, 0.999, 60))),
    *(["logNormalOfQuantiles", 0.05, x, u, y] for x, u, y in ((0.02, 0.5, 0.021), (3, 0.9, 40))),
    *(["gamma", *it] for it in ((0.2, 1), (0.5, 2), (2.5, 0.01), (30, 0.1), (1000, 0.001))),
    *(["weibull", *it] for it in ((0.5, 1), (0.7, 0.01), (1, 2), (1.5, 3), (5, 0.1))),
    *(["pareto", *it] for it in ((0.8, 1), (1.5, 0.01), (3.5, 2), (1, 1, 100), (0.9, 0.001, 10))),
    ["hyperexponential", [1, 0.1, 0.001], [1, 2, 3]],
    *(["hyperexponentialOfMoments", *it] for it in ((1, 1), (1, 1.5), (0.01, 4), (0.2, 20))),
    *(["poisson", mean] for mean in (0.003, 1, 3.3, 50, 100000)),
    ["empiricalSample", 3, 1, 2, 2],
    ["empiricalSample", 0.7],
    ["empiricalSample", *[round(0.001 * 1.1**i, 6) for i in range(50)]],
    ["empiricalSample", 0, 0, 0, 1],
    ["empiricalSample", *[i * i for i in range(17)]],
    ["empiricalQuantiles", [0, 0.01], [0.5, 0.02], [0.99, 0.3], [1, 2]],
    ["empiricalQuantiles", [0, 0], [1, 1]],
    ["empiricalQuantiles", [0, 1], [0.25, 1], [0.75, 3], [1, 3]],
    ["empiricalQuantiles", [0, 5], [0.9, 6], [0.999, 50], [1, 1000]],
    ["empiricalQuantiles", [0, 0.1], [0.1, 0.2], [0.2, 0.4], [0.4, 0.5], [0.8, 0.7], [1, 0.8]],
    ["mixture", [97, ["logNormal", -5, 0.5]], [3, ["logNormal", -2, 1]]],
    ["mixture", [0.97, ["deterministic", 0.002]], [0.03, ["exponential", 0.5]]],
    ["mixture", [1, ["gamma", 2.5, 0.01]], [1, ["uniform", 0.05, 0.06]], [2, ["weibull", 2, 0.02]]],
    ["mixture", [1, ["deterministic", 1]], [2, ["deterministic", 2]], [1, ["deterministic", 3]]],
    ["mixture", [0.9, ["exponential", 0.01]], [0.1, ["mixture", [1, ["pareto", 2.5, 0.1]], [1, ["deterministic", 1]]]]],
    ["bounded", ["exponential", 1], {"shift": 0.1, "max": 3}],
    ["bounded", ["gamma", 2.5, 0.01], {"min": 0.02}],
    ["bounded", ["logNormal", 0, 1], {"shift": -0.5}],
    ["bounded", ["pareto", 0.8, 1], {"max": 50}],
    ["bounded", ["uniform", 1, 3], {"shift": 1, "min": 2.5, "max": 3.5}],
]

TAIL = [mantissa * 10.0**-power for power in range(12, 2, -1) for mantissa in (1, 3)]
PROBABILITIES = [*TAIL, *[i / 16 + 1 / 64 for i in range(16)], *[1 - u for u in reversed(TAIL[::2])]]


def law_row(spec):
    law = law_of(spec)
    mean, square = law.moment(1), law.moment(2)
    variance = square - mean**2 if square < inf else inf
    return {
        "law": spec,
        "mean": finite(mean),
        "variance": finite(variance),
        "quantiles": [float(law.quantile(mpf(u))) for u in PROBABILITIES],
    }


def finite(value):
    return float(value) if value < inf else None


def rows(function, arguments):
    return [[x, float(function(mpf(x)))] for x in arguments]


BOTH_SIGNS = [sign * 10.0**power for power in range(-16, 3) for sign in (1, -1)]
FUNCTIONS = {
    "ln": rows(ln, [5e-324, 1e-310, *[10.0**k for k in range(-300, 301, 25)], 0.1, 0.7, 0.999999, 1.000001, 1.5, 3]),
    "exp": rows(exp, [*range(-740, 701, 30), 0.1, -0.1, 0.34, 0.35, 1.03, 1.04, 1e-10, 0.5, 709.7]),
    "ln1p": rows(log1p, [x for x in BOTH_SIGNS if x > -1] + [-0.5, -0.99, -0.3, 0.4, 1e10]),
    "expm1": rows(expm1, BOTH_SIGNS + [0.3, -0.3, 0.7, -0.7, 2.5, -2.5, 600, -600]),
    "lnGamma": rows(loggamma, [1e-8, 0.001, 0.1, 0.3, 0.5, 0.9, 1.1, 1.4, 1.9, 2.1, 3, 5, 9.9, 10, 10.1, 42, 171, 1000, 1e6, 1e9]),
    "normalCumulative": rows(
        lambda z: erfc(-z / sqrt(2)) / 2,
        [i / 4 + 0.0625 for i in range(-32, 33)] + [-37.5, -30, -20, -12.3, -0.001, 0, 0.001],
    ),
    "incompleteGamma": [
        [a, x, *map(float, incomplete_gamma(mpf(a), mpf(x), 250))]
        for a in (0.01, 0.2, 0.5, 1.0, 2.5, 9.9, 10.0, 30.0, 200.0, 1000.0, 50000.0)
        for x in (max(a * 0.001, a + deviations * a**0.5) for deviations in (-9, -5, -2, -1, -0.5, 0, 0.01, 0.5, 1, 2, 5, 9, 25))
    ],
}


def write(name, value):
    Path(__file__).with_name(name).write_text(json.dumps(value, separators=(",", ":")).replace('{"law"', '\n{"law"') + "\n")


write("functions.json", FUNCTIONS)
write("laws.json", {"probabilities": PROBABILITIES, "laws": [law_row(spec) for spec in PARAMETERS]})
