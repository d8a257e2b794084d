#include "query/edit_cost.h"

#include <algorithm>
#include <array>
#include <bit>

namespace saegin::query {

namespace {

constexpr std::array<std::string_view, 3> kRows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
// How far each row is shifted to the right of the first, in quarters of a key.
constexpr std::array<int, 3> kShift{0, 1, 3};

constexpr char lower(char key) {
    return key >= 'A' && key <= 'Z' ? static_cast<char>(key - 'A' + 'a') : key;
}

struct Place {
    int row = 0;
    int column = 0;  ///< in quarters of a key
    bool known = false;
};

constexpr Place place_of(char key) {
    for (std::size_t row = 0; row < kRows.size(); ++row) {
        const std::size_t at = kRows[row].find(lower(key));
        if (at != std::string_view::npos) {
            return {static_cast<int>(row), static_cast<int>(at) * 4 + kShift[row], true};
        }
    }
    return {};
}

/// The key to the left or right, or one of those that touch it from above or below.
constexpr bool are_neighbours(char a, char b) {
    const Place first = place_of(a);
    const Place second = place_of(b);
    if (!first.known || !second.known) {
        return false;
    }
    const int apart = first.column > second.column ? first.column - second.column : second.column - first.column;
    const int rows = first.row > second.row ? first.row - second.row : second.row - first.row;
    return rows == 0 ? apart == 4 : rows == 1 && apart < 4;
}

/// Letters on different keys that one ear does not tell apart: ㅐㅔ, ㅒㅖ, ㅗㅓ, and plain beside aspirated.
constexpr std::array<std::string_view, 7> kHangulAlike{"op", "OP", "hj", "rz", "ex", "qv", "wc"};

constexpr bool sound_alike(char a, char b) {
    if (lower(a) == lower(b)) {  // plain and tense: ㄱ and ㄲ are one key
        return true;
    }
    return std::any_of(kHangulAlike.begin(), kHangulAlike.end(), [=](std::string_view pair) {
        return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
    });
}

constexpr std::size_t kCodes = 128;
using Table = std::array<std::array<std::uint8_t, kCodes>, kCodes>;

Table table_of(Script script) {
    Table table{};
    constexpr std::string_view kKeys = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (auto& row : table) {
        row.fill(kArbitrary);
    }
    for (const char a : kKeys) {
        for (const char b : kKeys) {
            int cost = kArbitrary;
            if (a == b) {
                cost = 0;
            } else if (script == Script::kHangul && sound_alike(a, b)) {
                cost = kAlike;
            } else if (are_neighbours(a, b)) {
                cost = kNeighbour;
            }
            table[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = static_cast<std::uint8_t>(cost);
        }
    }
    return table;
}

/// What replacing costs, in 16 kB a script. Worked out at the first call: compilers limit what they work out
/// themselves.
const Table& table_for(Script script) {
    static const Table hangul = table_of(Script::kHangul);
    static const Table english = table_of(Script::kEnglish);
    return script == Script::kHangul ? hangul : english;
}

int replacing(const Table& table, char a, char b) {
    const auto first = static_cast<unsigned char>(a);
    const auto second = static_cast<unsigned char>(b);
    if (a == b) {
        return 0;
    }
    return first < kCodes && second < kCodes ? table[first][second] : kArbitrary;
}

bool repeats(std::string_view word, std::size_t at) {
    return at > 0 && word[at - 1] == word[at];
}

}  // namespace

std::optional<int> edit_cost(std::string_view typed, std::string_view meant, Script script, int budget) {
    if (typed.size() > kMaxKeys || meant.size() > kMaxKeys) {
        return std::nullopt;
    }
    const Table& table = table_for(script);
    using Row = std::array<int, kMaxKeys + 1>;
    Row before{};  // the row before the last, for transpositions
    Row last{};
    Row now{};
    int last_least = 0;
    for (std::size_t j = 1; j <= meant.size(); ++j) {
        last[j] = last[j - 1] + (repeats(meant, j - 1) ? kDoubled : kMissing);
    }
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        const int extra = repeats(typed, i - 1) ? kDoubled : kExtra;
        now[0] = last[0] + extra;
        int least = now[0];
        for (std::size_t j = 1; j <= meant.size(); ++j) {
            const int missing = repeats(meant, j - 1) ? kDoubled : kMissing;
            int cost = std::min(
                {last[j] + extra, now[j - 1] + missing, last[j - 1] + replacing(table, typed[i - 1], meant[j - 1])});
            if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) {
                cost = std::min(cost, before[j - 2] + kTransposed);
            }
            now[j] = cost;
            least = std::min(least, cost);
        }
        if (least > budget && last_least > budget) {  // both, since a transposition steps over a row
            return std::nullopt;
        }
        last_least = least;
        before = last;
        last = now;
    }
    return last[meant.size()] <= budget ? std::optional{last[meant.size()]} : std::nullopt;
}

std::uint64_t key_bag(std::string_view keys) {
    constexpr unsigned kCapitals = 32;
    std::uint64_t bag = 0;
    for (const char key : keys) {
        if (key >= 'a' && key <= 'z') {
            bag |= std::uint64_t{1} << static_cast<unsigned>(key - 'a');
        } else if (key >= 'A' && key <= 'Z') {
            bag |= std::uint64_t{1} << (kCapitals + static_cast<unsigned>(key - 'A'));
        }
    }
    return bag;
}

bool may_be_near(std::uint64_t a, std::uint64_t b, int budget) {
    const int slips = budget / kCheapest;
    return std::popcount(a & ~b) <= slips && std::popcount(b & ~a) <= slips;
}

}  // namespace saegin::query
