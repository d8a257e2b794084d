#include "query/coauthors.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace saegin::query {

PeopleCount::Person& PeopleCount::person_called(const std::string& written) {
    AuthorName name{written};
    std::string letters;
    for (const std::string& word : name.words()) {
        letters += word;
    }
    std::sort(letters.begin(), letters.end());  // bytes, of which only the equality matters
    std::vector<Person>& alike = people_[letters];
    const auto found =
        std::find_if(alike.begin(), alike.end(), [&](const Person& person) { return same_name(person.name, name); });
    return found != alike.end() ? *found : alike.emplace_back(Person{std::move(name), {}, 0, 0});
}

void PeopleCount::add_paper(const std::vector<std::string>& names) {
    ++papers_;
    for (const std::string& written : names) {
        Person& person = person_called(written);
        person.spellings.add(written);
        person.papers += person.last_paper == papers_ ? 0U : 1U;
        person.last_paper = papers_;
    }
}

std::vector<NamePapers> PeopleCount::by_papers() const {
    std::vector<NamePapers> list;
    for (const auto& [letters, alike] : people_) {
        for (const Person& person : alike) {
            list.push_back({person.spellings.usual(), person.papers});
        }
    }
    std::sort(list.begin(), list.end(), [](const NamePapers& a, const NamePapers& b) {
        return std::tie(b.papers, a.name) < std::tie(a.papers, b.name);
    });
    return list;
}

}  // namespace saegin::query
