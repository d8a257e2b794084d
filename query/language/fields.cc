#include "query/language/fields.h"

#include <algorithm>

#include "common/text/unicode.h"

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
    const auto row = std::find_if(kFields.begin(), kFields.end(), [&](const FieldInfo& field) {
        return field.name == folded || field.alias == folded;
    });
    return row == kFields.end() ? std::nullopt : std::optional{row->id};
}

std::string field_names() {
    std::string names;
    for (const FieldInfo& field : kFields) {
        names += names.empty() ? "" : ", ";
        names += field.name;
    }
    return names;
}

}  // namespace saegin::query::language
