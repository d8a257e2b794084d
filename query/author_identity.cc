#include "query/author_identity.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "query/author_name.h"
#include "query/edit_cost.h"
#include "query/spelling_limits.h"

namespace saegin::query {

namespace {

/// A name of the archive, read once.
struct Known {
    const NamePapers* entry = nullptr;
    AuthorName name;
};

using Names = std::vector<const Known*>;

bool is_among(const Names& names, const Known* one) {
    return std::find(names.begin(), names.end(), one) != names.end();
}

std::string joined_text(const std::vector<std::string>& words) {
    std::string letters;
    for (const std::string& word : words) {
        letters += word;
    }
    return letters;
}

/// The letters of a name in its own order, and with its words in that of the alphabet, which is the same whatever the
/// order was.
std::array<std::string, 2> letters_of(const AuthorName& name) {
    std::vector<std::string> words = name.words();
    std::sort(words.begin(), words.end());
    return {joined_text(name.words()), joined_text(words)};
}

class Identification {
public:
    Identification(const std::vector<NamePapers>& names, std::string_view asked) : asked_(asked) {
        known_.reserve(names.size());
        for (const NamePapers& one : names) {
            known_.push_back({&one, AuthorName{one.name}});
        }
    }

    Identity run() && {
        joined_ = names_where([&](const Known& one) { return same_name(one.name, asked_); });
        AuthorName full = asked_;
        if (asked_.initials() > 0) {
            const Names fitting = full_names_for(asked_);
            if (!fitting.empty() && are_one(fitting)) {
                full = fitting.front()->name;
                joined_.insert(joined_.end(), fitting.begin(), fitting.end());
            } else {
                possible_ = fitting;
            }
        } else if (const Known* const only = joined_.empty() ? only_bearer() : nullptr; only != nullptr) {
            full = only->name;
            joined_ = names_where([&](const Known& one) { return same_name(one.name, full); });
        }
        if (full.initials() == 0) {
            join_short_forms(full);
        }
        return {listed(joined_), listed(possible_), joined_.empty() ? near() : std::vector<NamePapers>{}};
    }

private:
    template <typename Accept>
    [[nodiscard]] Names names_where(const Accept& accept) const {
        Names found;
        for (const Known& one : known_) {
            if (accept(one)) {
                found.push_back(&one);
            }
        }
        return found;
    }

    /// Names without initials that `shorter` may be short for.
    [[nodiscard]] Names full_names_for(const AuthorName& shorter) const {
        return names_where(
            [&](const Known& one) { return one.name.initials() == 0 && may_abbreviate(shorter, one.name); });
    }

    /// Whoever a lone word means: a full name that has it, where all names that have it are that one's.
    [[nodiscard]] const Known* only_bearer() const {
        const Names bearers =
            asked_.words().size() == 1 ? names_where([&](const Known& one) { return one.name.has(asked_); }) : Names{};
        const auto full =
            std::find_if(bearers.begin(), bearers.end(), [](const Known* one) { return one->name.initials() == 0; });
        const bool is_only =
            full != bearers.end() && std::all_of(bearers.begin(), bearers.end(), [&](const Known* one) {
                return same_name(one->name, (*full)->name) || may_abbreviate(one->name, (*full)->name);
            });
        return is_only ? *full : nullptr;
    }

    static bool are_one(const Names& names) {
        return std::all_of(names.begin(), names.end(),
                           [&](const Known* one) { return same_name(one->name, names.front()->name); });
    }

    void join_short_forms(const AuthorName& full) {
        Names candidates;
        for (const Known* one : names_where([&](const Known& other) { return may_abbreviate(other.name, full); })) {
            if (is_among(joined_, one)) {
                continue;
            }
            const Names fitting = full_names_for(one->name);
            const bool only_this = std::all_of(fitting.begin(), fitting.end(),
                                               [&](const Known* other) { return same_name(other->name, full); });
            (only_this ? candidates : possible_).push_back(one);
        }
        std::vector<const AuthorName*> all{&asked_};
        for (const Names& names : {joined_, candidates}) {
            std::transform(names.begin(), names.end(), std::back_inserter(all),
                           [](const Known* one) { return &one->name; });
        }
        for (const Known* one : candidates) {
            const bool contradicted = std::any_of(all.begin(), all.end(), [&](const AuthorName* other) {
                return says_more(one->name, full) && says_more(*other, full) && !same_name(one->name, *other);
            });
            (contradicted ? possible_ : joined_).push_back(one);
        }
    }

    /// Whether it has an initial for which there is nothing in the full name.
    static bool says_more(const AuthorName& name, const AuthorName& full) {
        return name.initials() > 0 && !full.has(name);
    }

    /// Names that are not in the list of possible ones, for somebody who asked for an unknown one.
    [[nodiscard]] std::vector<NamePapers> near() const {
        const std::array<std::string, 2> typed = letters_of(asked_);
        const int budget = english_budget(length_in_letters(typed.front().size()));
        const std::uint64_t bag = key_bag(typed.front());
        std::vector<std::pair<int, const Known*>> found;  // what the slips cost, 0 where all words are there
        for (const Known& one : known_) {
            if (is_among(possible_, &one)) {
                continue;
            }
            if (one.name.has(asked_)) {
                found.emplace_back(0, &one);
                continue;
            }
            const std::array<std::string, 2> letters = letters_of(one.name);
            if (!may_be_near(bag, key_bag(letters.front()), budget)) {
                continue;
            }
            for (std::size_t order = 0; order < letters.size(); ++order) {
                if (const auto cost = edit_cost(typed[order], letters[order], Script::kEnglish, budget)) {
                    found.emplace_back(*cost, &one);
                    break;
                }
            }
        }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : goes_first(*a.second->entry, *b.second->entry);
        });
        std::vector<NamePapers> names;
        std::transform(found.begin(), found.end(), std::back_inserter(names),
                       [](const auto& one) { return *one.second->entry; });
        return names;
    }

    static bool goes_first(const NamePapers& a, const NamePapers& b) {
        return std::tie(b.papers, a.name) < std::tie(a.papers, b.name);
    }

    static std::vector<NamePapers> listed(const Names& names) {
        std::vector<NamePapers> list;
        std::transform(names.begin(), names.end(), std::back_inserter(list),
                       [](const Known* one) { return *one->entry; });
        std::sort(list.begin(), list.end(), goes_first);
        return list;
    }

    AuthorName asked_;
    std::vector<Known> known_;
    Names joined_;
    Names possible_;
};

}  // namespace

Identity identify(const std::vector<NamePapers>& names, std::string_view asked) {
    return AuthorName{asked}.words().size() > kLongestName ? Identity{} : Identification{names, asked}.run();
}

}  // namespace saegin::query
