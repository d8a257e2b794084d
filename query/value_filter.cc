#include "query/value_filter.h"

#include "common/schema.h"

namespace saegin::query {

// An empty value sorts before any other, so the lower bound also leaves out papers that have none.

Xapian::Query days_between(std::optional<DigestDate> first, std::optional<DigestDate> last) {
    constexpr DigestDate kFirst{1, 1, 1};
    constexpr DigestDate kLast{9999, 12, 31};
    const auto value = [](DigestDate date) { return Xapian::sortable_serialise(to_days(date)); };
    return {Xapian::Query::OP_VALUE_RANGE, schema::kDateSlot, value(first.value_or(kFirst)),
            value(last.value_or(kLast))};
}

Xapian::Query votes_between(std::optional<std::int64_t> first, std::optional<std::int64_t> last) {
    const auto value = [](std::int64_t votes) { return Xapian::sortable_serialise(static_cast<double>(votes)); };
    const std::string least = value(first.value_or(0));
    if (!last) {
        return {Xapian::Query::OP_VALUE_GE, schema::kVotesSlot, least};
    }
    return {Xapian::Query::OP_VALUE_RANGE, schema::kVotesSlot, least, value(*last)};
}

}  // namespace saegin::query
