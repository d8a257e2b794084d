#include "query/part.h"

#include <algorithm>
#include <iterator>

namespace saegin::query {

std::string_view name_of(Part::Kind kind) {
    switch (kind) {
        case Part::Kind::kWord:
            return "word";
        case Part::Kind::kSyllables:
            return "syllables";
        case Part::Kind::kAuthorWord:
            return "author word";
        case Part::Kind::kOtherName:
            return "other name";
        case Part::Kind::kAuthor:
            return "author";
        case Part::Kind::kNear:
            return "near";
        case Part::Kind::kId:
            return "id";
        case Part::Kind::kTitle:
            return "title";
        case Part::Kind::kPhrase:
            return "phrase";
        case Part::Kind::kPrefix:
            return "prefix";
        case Part::Kind::kTitleWord:
            return "title word";
        case Part::Kind::kFeedback:
            return "feedback";
        case Part::Kind::kTheme:
            return "theme";
        case Part::Kind::kSharedTerm:
            return "shared term";
        case Part::Kind::kLiked:
            return "liked";
        case Part::Kind::kDisliked:
            return "disliked";
        case Part::Kind::kVotes:
            return "votes";
    }
    return "";
}

Xapian::Query any_of(const std::vector<Part>& parts) {
    std::vector<Xapian::Query> queries;
    queries.reserve(parts.size());
    std::transform(parts.begin(), parts.end(), std::back_inserter(queries),
                   [](const Part& part) { return part.query; });
    return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace saegin::query
