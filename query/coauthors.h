// With whom papers were written: names of one person counted as one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "query/author_identity.h"
#include "query/author_name.h"
#include "query/spellings.h"

namespace saegin::query {

/// Counts people over papers. Spellings that same_name joins are one person; initials are not resolved here.
class PeopleCount {
public:
    /// Counts each of these names (as written) for one paper.
    void add_paper(const std::vector<std::string>& names);

    /// Everybody as mostly written, those of most papers first, equal ones in byte order.
    [[nodiscard]] std::vector<NamePapers> by_papers() const;

private:
    struct Person {
        AuthorName name;
        Spellings spellings;
        std::uint32_t papers = 0;
        std::uint32_t last_paper = 0;  ///< the number of the last paper counted
    };

    /// By the letters of the name in alphabetical order: one name has the same however it is spaced and turned.
    std::map<std::string, std::vector<Person>> people_;
    std::uint32_t papers_ = 0;

    Person& person_called(const std::string& written);
};

}  // namespace saegin::query
