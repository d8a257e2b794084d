// Which of the names that papers bear are one author's.
//
//   identify({"jun-yan zhu", "junyan zhu", "j. zhu", "jie zhu"}, "Zhu, Jun-Yan")
//     -> joined: jun-yan zhu, junyan zhu;  possible: j. zhu, who may be Jie Zhu as well
//
// A name stands for one person here, as far as that goes: people of the same name cannot be told apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace saegin::query {

/// A name and the papers that bear it.
struct NamePapers {
    std::string name;
    std::uint32_t papers = 0;

    friend bool operator==(const NamePapers&, const NamePapers&) = default;
};

/// What names have to do with a name that was asked for. Each list has most papers first, equal ones in byte order.
struct Identity {
    std::vector<NamePapers> joined;    ///< the author's; empty where the archive does not know the name
    std::vector<NamePapers> possible;  ///< with initials, and short for others as well; or what the asked name may mean
    std::vector<NamePapers> near;      ///< where nothing is joined: names that have all words asked for, or nearly so
};

/// Sorts `names`, all different, by what they have to do with `asked` (NFC). Joined are the ways to write the name
/// (same_name), and names with initials that may be short for it (may_abbreviate) as long as exactly one full name of
/// the archive fits them. Of those that leave a middle initial out, only such as do not contradict each other. A name
/// that is asked for with initials is read as the one full name that fits it, if there is one; so is a single word,
/// which one author alone may have in a name. A name of more than kLongestName words is nobody's.
[[nodiscard]] Identity identify(const std::vector<NamePapers>& names, std::string_view asked);

}  // namespace saegin::query
