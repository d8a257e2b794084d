// The fields that a query can name: `title:diffusion`, `저자:김`. This table is their only home; lexer, printer and
// help read it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace saegin::query::language {

enum class Field : std::uint8_t { kTitle, kAuthor, kId, kSection, kDate, kVotes };

/// What may stand behind the colon of a field.
enum class FieldValue : std::uint8_t {
    kWords,    ///< a word, a phrase, a prefix or a group in parentheses
    kDates,    ///< a day, month, year or a range of them (see range_values.h)
    kNumbers,  ///< a number or a range of them
};

struct FieldInfo {
    Field id;
    std::string_view name;                    ///< how it prints
    std::array<std::string_view, 3> aliases;  ///< other names that are understood, a Korean one first; some empty
    FieldValue value;
    std::string_view description;
    std::string_view example;
};

inline constexpr std::array<FieldInfo, 6> kFields{{
    {Field::kTitle, "title", {"제목", "", ""}, FieldValue::kWords, "words of the title", "title:(diffusion video)"},
    {Field::kAuthor,
     "author",
     {"저자", "", ""},
     FieldValue::kWords,
     "an author's name or a part of it",
     "author:\"Yann LeCun\""},
    {Field::kId, "id", {"아이디", "arxiv", ""}, FieldValue::kWords, "the paper's id", "id:2408.15237"},
    {Field::kSection, "section", {"섹션", "절", ""}, FieldValue::kWords, "the heading of a section", "section:method"},
    {Field::kDate, "date", {"날짜", "", ""}, FieldValue::kDates, "the day of the digest", "date:2024-08..2024-09"},
    {Field::kVotes, "votes", {"추천", "추천수", "투표"}, FieldValue::kNumbers, "the count of votes", "votes:50.."},
}};

/// The row of a field.
[[nodiscard]] constexpr const FieldInfo& info(Field field) {
    return kFields[static_cast<std::size_t>(field)];
}

/// The field with this name or alias; upper and lower case, full-width and narrow letters are the same.
[[nodiscard]] std::optional<Field> field_named(std::string_view name);

/// Whether a text starts as a range of days or numbers does: "date:", "추천:". What follows may be no such range.
[[nodiscard]] bool starts_like_range(std::string_view text);

/// "title/제목, author/저자, ...", for messages.
[[nodiscard]] std::string field_names();

namespace detail {
/// How many rows know a name.
constexpr std::size_t rows_with(std::string_view name) {
    std::size_t rows = 0;
    for (const FieldInfo& field : kFields) {
        rows += field.name == name ? 1U : 0U;
        for (const std::string_view alias : field.aliases) {
            rows += alias == name ? 1U : 0U;
        }
    }
    return rows;
}

/// Rows stand in the order of the enum, each has a second name, and no name occurs twice.
constexpr bool well_formed() {
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        const FieldInfo& field = kFields[i];
        if (static_cast<std::size_t>(field.id) != i || rows_with(field.name) != 1 || field.aliases.front().empty()) {
            return false;
        }
        for (const std::string_view alias : field.aliases) {
            if (!alias.empty() && rows_with(alias) != 1) {
                return false;
            }
        }
    }
    return true;
}
static_assert(well_formed());
}  // namespace detail

}  // namespace saegin::query::language
