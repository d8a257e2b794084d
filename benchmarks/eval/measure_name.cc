#include "benchmarks/eval/measure_name.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "benchmarks/eval/measure_table.h"
#include "benchmarks/eval/text_file.h"

namespace saegin::eval {

namespace {

constexpr double kDefaultPersistence = 0.8;  // ir_measures' default for RBP

/// Other spellings of a name; what stands behind it stays.
struct Alias {
    std::string_view from;
    std::string_view to;
};
constexpr std::array kAliases{Alias{"MAP", "AP"},     Alias{"MRR", "RR"},      Alias{"NDCG", "nDCG"},
                              Alias{"Recall", "R"},   Alias{"Precision", "P"}, Alias{"RPrec", "Rprec"},
                              Alias{"BPref", "Bpref"}};
constexpr std::string_view kExponentialAlias = "nDCG_exp";
constexpr std::string_view kExponentialGain = "exp-log2";

/// A name taken to pieces: base(option=value, ...)@suffix.
struct Pieces {
    std::string_view base;
    std::string_view options;
    std::string_view suffix;
};

Error unknown(std::string_view name) {
    return Error{Code::kUsage, fmt::format("unknown measure '{}'", name), "there are: " + measure_names()};
}

Error bad_parameter(std::string_view name, std::string_view what, std::string_view expected) {
    return Error{Code::kUsage, fmt::format("measure '{}': {}", name, what), std::string{expected}};
}

std::optional<Pieces> take_apart(std::string_view name) {
    Pieces pieces;
    const std::size_t at = name.rfind('@');
    if (at != std::string_view::npos) {
        pieces.suffix = name.substr(at + 1);
        name = name.substr(0, at);
        if (pieces.suffix.empty()) {
            return std::nullopt;
        }
    }
    const std::size_t open = name.find('(');
    if (open != std::string_view::npos) {
        if (!name.ends_with(')')) {
            return std::nullopt;
        }
        pieces.options = name.substr(open + 1, name.size() - open - 2);
    }
    pieces.base = name.substr(0, open);
    return pieces;
}

const Family* family_where(const auto& matches) {
    const std::span<const Family> all = families();
    const auto found = std::find_if(all.begin(), all.end(), matches);
    return found == all.end() ? nullptr : &*found;
}

std::string_view without_quotes(std::string_view text) {
    const bool quoted = text.size() >= 2 && (text[0] == '\'' || text[0] == '"') && text.back() == text[0];
    return quoted ? text.substr(1, text.size() - 2) : text;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(' ');
    return start == std::string_view::npos ? "" : text.substr(start, text.find_last_not_of(' ') - start + 1);
}

/// What stands between the parentheses of a measure's name, with them; empty where it has its defaults.
std::string options_of(const Family& family, const Measure& measure) {
    std::vector<std::string> options;
    if (family.option == Option::kPersistence) {
        options.push_back(fmt::format("p={}", measure.parameters.value));
    }
    if (measure.parameters.gain == Gain::kExponential) {
        options.push_back(fmt::format("dcg='{}'", kExponentialGain));
    }
    if (measure.level) {
        options.push_back(fmt::format("rel={}", *measure.level));
    }
    return options.empty() ? "" : fmt::format("({})", fmt::join(options, ","));
}

/// A number as trec_eval writes it behind a name: two decimals, where they tell it whole.
std::string trec_number(double number) {
    const std::string rounded = fmt::format("{:.2f}", number);
    return parse_score(rounded) == number ? rounded : fmt::format("{}", number);
}

/// Gives a measure the names that belong to its parameters.
void set_names(const Family& family, Measure& measure) {
    const std::string options = options_of(family, measure);
    const bool is_number = family.suffix == Suffix::kNumber;
    if (measure.parameters.cutoff == kWhole && !is_number) {
        measure.trec_name = options.empty() ? family.trec : "";
        measure.name = std::string{family.name.empty() ? family.trec : family.name} + options;
        return;
    }
    if (options.empty() && !family.trec_cut.empty()) {
        measure.trec_name = fmt::format(
            "{}_{}", family.trec_cut,
            is_number ? trec_number(measure.parameters.value) : fmt::format("{}", measure.parameters.cutoff));
    }
    const std::string suffix =
        is_number ? fmt::format("{}", measure.parameters.value) : fmt::format("{}", measure.parameters.cutoff);
    if (!family.name.empty()) {
        measure.name = fmt::format("{}{}@{}", family.name, options, suffix);
    } else {
        measure.name = options.empty() ? measure.trec_name : fmt::format("{}{}@{}", family.trec_cut, options, suffix);
    }
}

Result<void> set_suffix(const Family& family, std::string_view name, std::string_view suffix, Measure& measure) {
    if (suffix.empty()) {
        if (family.suffix == Suffix::kCutoff || family.suffix == Suffix::kNumber) {
            const std::string_view example = family.suffix == Suffix::kNumber ? "0.2" : "10";
            return bad_parameter(name, "it needs a number behind its name",
                                 family.name.empty() ? fmt::format("as in {}_{}", family.trec_cut, example)
                                                     : fmt::format("as in {}@{}", family.name, example));
        }
        return {};
    }
    if (family.suffix == Suffix::kNone) {
        return bad_parameter(name, "it takes no cut-off", "leave out what stands behind the name");
    }
    if (family.suffix == Suffix::kNumber) {
        const std::optional<double> number = parse_score(suffix);
        const double highest = family.name == "IPrec" ? 1 : 1000;
        if (!number || *number < 0 || *number > highest) {
            return bad_parameter(name, fmt::format("its number is '{}'", suffix),
                                 fmt::format("give a number from 0 to {}", highest));
        }
        measure.parameters.value = *number;
        return {};
    }
    const std::optional<int> cutoff = parse_whole(suffix);
    if (!cutoff || *cutoff < 1) {
        return bad_parameter(name, fmt::format("its cut-off is '{}'", suffix), "give a whole number from 1 on");
    }
    measure.parameters.cutoff = static_cast<std::size_t>(*cutoff);
    return {};
}

Result<void> set_option(const Family& family, std::string_view name, std::string_view option, Measure& measure) {
    const std::size_t equals = option.find('=');
    const std::string_view key = trimmed(option.substr(0, equals));
    const std::string_view value =
        equals == std::string_view::npos ? "" : without_quotes(trimmed(option.substr(equals + 1)));
    if (key == "rel" && family.takes_level) {
        const std::optional<int> level = parse_whole(value);
        if (!level || *level < 1) {
            return bad_parameter(name, fmt::format("rel is '{}'", value), "give a whole number from 1 on");
        }
        measure.level = level;
    } else if (key == "p" && family.option == Option::kPersistence) {
        const std::optional<double> persistence = parse_score(value);
        if (!persistence || !(*persistence > 0 && *persistence < 1)) {
            return bad_parameter(name, fmt::format("p is '{}'", value), "give a number between 0 and 1");
        }
        measure.parameters.value = *persistence;
    } else if (key == "dcg" && family.option == Option::kDcg) {
        if (value != "log2" && value != kExponentialGain) {
            return bad_parameter(name, fmt::format("dcg is '{}'", value), "give 'log2' or 'exp-log2'");
        }
        measure.parameters.gain = value == "log2" ? Gain::kLinear : Gain::kExponential;
    } else {
        return bad_parameter(name, fmt::format("it takes no '{}'", key), "parameters: rel, p of RBP, dcg of nDCG");
    }
    return {};
}

/// The measure of a family before its name's parameters are read.
Measure plain(const Family& family) {
    Measure measure;
    measure.summary = family.summary;
    measure.function = family.function;
    measure.parameters.value = family.option == Option::kPersistence ? kDefaultPersistence : 0;
    return measure;
}

Result<Measure> build(const Family& family, std::string_view name, const Pieces& pieces, Gain gain) {
    Measure measure = plain(family);
    measure.parameters.gain = gain;
    if (const Result<void> done = set_suffix(family, name, pieces.suffix, measure); !done) {
        return done.error();
    }
    std::string_view rest = pieces.options;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        if (const Result<void> done = set_option(family, name, rest.substr(0, comma), measure); !done) {
            return done.error();
        }
        rest = comma == std::string_view::npos ? "" : rest.substr(comma + 1);
    }
    set_names(family, measure);
    return measure;
}

}  // namespace

Result<Measure> parse_measure(std::string_view name) {
    std::optional<Pieces> pieces = take_apart(name);
    if (!pieces || pieces->base.empty()) {
        return unknown(name);
    }
    if (pieces->base == kExponentialAlias) {
        pieces->base = "nDCG";
        return build(*family_where([](const Family& family) { return family.name == "nDCG"; }), name, *pieces,
                     Gain::kExponential);
    }
    for (const Alias& alias : kAliases) {
        pieces->base = pieces->base == alias.from ? alias.to : pieces->base;
    }
    const Family* family = family_where([&](const Family& candidate) {
        return pieces->base == candidate.name || pieces->base == candidate.trec ||
               (pieces->base == candidate.trec_cut && !pieces->suffix.empty());
    });
    if (family == nullptr && pieces->suffix.empty()) {
        const std::size_t underscore = pieces->base.rfind('_');
        const std::string_view before = pieces->base.substr(0, underscore);
        family = family_where([&](const Family& candidate) { return before == candidate.trec_cut; });
        pieces->suffix = underscore == std::string_view::npos ? "" : pieces->base.substr(underscore + 1);
    }
    return family == nullptr ? unknown(name) : build(*family, name, *pieces, Gain::kLinear);
}

Result<std::vector<Measure>> parse_measures(const std::vector<std::string>& names) {
    std::vector<Measure> measures;
    const auto add = [&](Measure measure) {
        if (std::none_of(measures.begin(), measures.end(),
                         [&](const Measure& other) { return other.name == measure.name; })) {
            measures.push_back(std::move(measure));
        }
    };
    for (const std::string& name : names) {
        if (name == "all") {
            std::vector<Measure> all = all_measures();
            std::for_each(all.begin(), all.end(), add);
            continue;
        }
        Result<Measure> measure = parse_measure(name);
        if (!measure) {
            return measure.error();
        }
        add(*std::move(measure));
    }
    return measures;
}

std::vector<Measure> all_measures() {
    std::vector<Measure> measures;
    for (const Family& family : families()) {
        if (family.suffix == Suffix::kNone || family.suffix == Suffix::kOptionalCutoff) {
            measures.push_back(plain(family));
            set_names(family, measures.back());
        }
        for (const double suffix : family.shown) {
            measures.push_back(plain(family));
            if (family.suffix == Suffix::kNumber) {
                measures.back().parameters.value = suffix;
            } else {
                measures.back().parameters.cutoff = static_cast<std::size_t>(suffix);
            }
            set_names(family, measures.back());
        }
    }
    measures.push_back(*parse_measure("nDCG_exp@10"));
    return measures;
}

std::string measure_names() {
    std::vector<std::string> names;
    for (const Family& family : families()) {
        const bool whole = family.suffix == Suffix::kNone || family.suffix == Suffix::kOptionalCutoff;
        if (whole) {
            names.emplace_back(family.name.empty() ? family.trec : family.name);
        }
        if (family.suffix != Suffix::kNone) {
            names.push_back(family.name.empty() ? fmt::format("{}_k", family.trec_cut)
                                                : fmt::format("{}@k", family.name));
        }
    }
    return fmt::format("{}, nDCG_exp@k, all", fmt::join(names, ", "));
}

}  // namespace saegin::eval
