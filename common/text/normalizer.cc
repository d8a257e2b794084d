#include "common/text/normalizer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "common/text/icu.h"
#include "common/text/unicode.h"

namespace saegin::text {

namespace {

// A formula in a title is short. A '$' whose partner lies farther off is a price or a shell variable.
constexpr std::size_t kMaxFormulaBytes = 80;

// Commands that stand for one character in names of papers and models; every other command is read as its letters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kLatexSymbols{{
    {"varepsilon", "ε"},
    {"varphi", "φ"},
    {"infty", "∞"},
    {"times", "×"},
    {"cdot", "·"},
    {"pm", "±"},
    {"to", "→"},
    {"rightarrow", "→"},
}};

// Greek letters read as their names, so that β-VAE, beta-VAE and $\beta$-VAE are one. In the order of Unicode, from α
// on, with both forms of sigma.
constexpr char32_t kAlpha = 0x03B1;
constexpr std::array<std::string_view, 25> kGreekNames{
    "alpha", "beta",    "gamma", "delta", "epsilon", "zeta",  "eta", "theta",   "iota", "kappa", "lambda", "mu",   "nu",
    "xi",    "omicron", "pi",    "rho",   "sigma",   "sigma", "tau", "upsilon", "phi",  "chi",   "psi",    "omega"};

// Commands that only set the look of what follows.
constexpr std::array<std::string_view, 12> kLatexStyles{"text",   "textbf", "textit", "texttt",
                                                        "textsc", "mathrm", "mathbf", "mathcal",
                                                        "mathbb", "mathit", "mathsf", "boldsymbol"};

char32_t narrow(char32_t c) {
    constexpr char32_t kFullWidthFirst = 0xFF01;
    constexpr char32_t kFullWidthLast = 0xFF5E;
    constexpr char32_t kFullWidthOffset = 0xFEE0;
    if (c >= kFullWidthFirst && c <= kFullWidthLast) {
        return c - kFullWidthOffset;
    }
    switch (c) {
        case 0x2010:  // hyphen
        case 0x2011:  // non-breaking hyphen
        case 0x2012:  // figure dash
        case 0x2013:  // en dash
        case 0x2212:  // minus sign
            return '-';
        case 0x2019:  // right single quotation mark, as an apostrophe
            return '\'';
        case 0x00B5:  // micro sign
            return 0x03BC;
        default:
            return c;
    }
}

/// The letter under an accent: é is e. People type names without it: Pokémon, Schrödinger.
char32_t without_accent(char32_t c) {
    constexpr char32_t kFirstAccented = 0xC0;
    constexpr char32_t kLastAccented = 0x1EFF;
    if (c < kFirstAccented || c > kLastAccented) {
        return c;
    }
    switch (c) {  // strokes are no accents to Unicode
        case 0xF8:
            return 'o';
        case 0x111:
            return 'd';
        case 0x131:
            return 'i';
        case 0x142:
            return 'l';
        default:
            break;
    }
    IcuStatus status;
    const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
    status.check("ICU has no normalisation data");
    icu::UnicodeString parts;
    if (!nfd->getDecomposition(static_cast<UChar32>(c), parts)) {
        return c;
    }
    const auto base = static_cast<char32_t>(parts.char32At(0));
    return base >= 'a' && base <= 'z' ? base : c;
}

class Normalizer {
public:
    explicit Normalizer(std::string_view source) : source_(source) { characters_.reserve(source.size() / 2); }

    std::vector<Character> run() && {
        for (std::size_t at = 0; at < source_.size();) {
            if (source_[at] == '$') {
                if (const std::optional<std::size_t> end = formula_end(at)) {
                    formula(at + 1, *end);
                    at = *end + 1;
                    continue;
                }
            }
            take(at);
        }
        return std::move(characters_);
    }

private:
    /// Where the '$' stands that closes the formula opened at `open`, if it is one.
    std::optional<std::size_t> formula_end(std::size_t open) const {
        const std::string_view rest = source_.substr(open + 1, kMaxFormulaBytes);
        const std::size_t close = rest.find_first_of("$\n");
        const bool is_formula = close != std::string_view::npos && close > 0 && rest[close] == '$' &&
                                rest.front() != ' ' && rest[close - 1] != ' ';
        return is_formula ? std::optional{open + 1 + close} : std::nullopt;
    }

    void formula(std::size_t at, std::size_t end) {
        while (at < end) {
            switch (source_[at]) {
                case '\\':
                    at = command(at, end);
                    break;
                case '^':
                case '_':
                case '{':
                case '}':
                    ++at;
                    break;
                default:
                    take(at);
            }
        }
    }

    /// Reads the command at `at` (a backslash) and returns where it ends.
    std::size_t command(std::size_t at, std::size_t end) {
        std::size_t after = at + 1;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        while (after < end && is_letter(source_[after])) {
            ++after;
        }
        if (after == at + 1) {  // an escaped sign such as "\%"
            return after;
        }
        const ByteSpan span{at, after};
        const std::string name = fold(source_.substr(at + 1, after - at - 1));
        const auto* const symbol =
            std::find_if(kLatexSymbols.begin(), kLatexSymbols.end(), [&](const auto& s) { return s.first == name; });
        if (symbol != kLatexSymbols.end()) {
            std::size_t i = 0;
            add(next_code_point(symbol->second, i), span);
        } else if (std::find(kLatexStyles.begin(), kLatexStyles.end(), name) == kLatexStyles.end()) {
            for (const char c : name) {
                characters_.push_back({static_cast<char32_t>(c), span});
            }
        }
        return after;
    }

    /// Folds the character at `at`, which is moved behind it.
    void take(std::size_t& at) {
        const std::size_t begin = at;
        const char32_t c = narrow(next_code_point(source_, at));
        const ByteSpan span{begin, at};
        if (c < 0x80) {
            characters_.push_back({c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, span});
            return;
        }
        if (c == 0xDF || c == 0x1E9E) {  // ß folds to two characters, the only such letter to be met here
            characters_.push_back({'s', span});
            characters_.push_back({'s', span});
            return;
        }
        add(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)), span);
    }

    /// Adds a folded character as it is searched for: Greek letters by name, Latin ones without their accents.
    void add(char32_t c, ByteSpan span) {
        if (c >= kAlpha && c < kAlpha + kGreekNames.size()) {
            for (const char letter : kGreekNames[c - kAlpha]) {
                characters_.push_back({static_cast<char32_t>(letter), span});
            }
            return;
        }
        const bool follows_letter =
            !characters_.empty() && characters_.back().value >= 'a' && characters_.back().value <= 'z';
        if (follows_letter && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) {
            return;
        }
        characters_.push_back({without_accent(c), span});
    }

    std::string_view source_;
    std::vector<Character> characters_;
};

}  // namespace

std::vector<Character> normalize(std::string_view source) {
    return Normalizer{source}.run();
}

}  // namespace saegin::text
