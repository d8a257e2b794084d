#include "query/language/fields.h"

#include <algorithm>

#include "common/text/unicode.h"
#include "query/language/syntax.h"

namespace saegin::query::language {

namespace {

/// Bytes of the longest name, were each of its letters typed at full width.
constexpr std::size_t kLongestTyped = 32;

}  // namespace

std::optional<Field> field_named(std::string_view name) {
    if (name.empty() || name.size() > kLongestTyped) {
        return std::nullopt;
    }
    const std::string folded = text::fold(name);
    if (folded.empty()) {  // as unused aliases are
        return std::nullopt;
    }
    const auto row = std::find_if(kFields.begin(), kFields.end(), [&](const FieldInfo& field) {
        return field.name == folded ||
               std::find(field.aliases.begin(), field.aliases.end(), folded) != field.aliases.end();
    });
    return row == kFields.end() ? std::nullopt : std::optional{row->id};
}

bool starts_like_range(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && at <= kLongestTyped) {
        const Character c = character_at(text, at);
        if (c.meaning == U':') {
            const std::optional<Field> field = field_named(text.substr(0, at));
            return field && info(*field).value != FieldValue::kWords;
        }
        at = c.next;
    }
    return false;
}

std::string field_names() {
    std::string names;
    for (const FieldInfo& field : kFields) {
        names += names.empty() ? "" : ", ";
        names += field.name;
        names += '/';
        names += field.aliases.front();
    }
    return names;
}

}  // namespace saegin::query::language
