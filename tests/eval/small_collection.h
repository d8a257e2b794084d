// A collection that is small enough to be followed by hand: six papers, three topics, two seeds.
#pragma once

#include <string>

#include "tests/support/temp_dir.h"

namespace saegin::eval::testing {

class SmallCollection {
public:
    SmallCollection() {
        write("docs.jsonl",
              R"({"id": "whale1", "title": "Whale song", "text": "고래의 노래", "votes": 10, "date": "2024-08-01"})"
              "\n"
              R"({"id": "whale2", "title": "Whale song", "text": "고래의 노래", "votes": 30, "date": "2024-08-02"})"
              "\n"
              R"({"id": "whale3", "title": "Whale bones and teeth", "votes": 20, "date": "2024-08-03"})"
              "\n"
              R"({"id": "bird1", "title": "Bird song", "text": "새의 노래", "date": "2024-08-03"})"
              "\n"
              R"({"id": "bird2", "title": "Bird nests", "votes": 5, "date": "2024-01-01"})"
              "\n"
              R"({"id": "stone", "title": "Stones", "authors": ["Ada Example"], "votes": 1})"
              "\n");
        write("topics.tsv", "q1\twhale song\nq2\tbird\nq3\tnothing-of-this-kind\n");
        write("qrels.txt", "q1 0 whale2 2\nq1 0 whale1 1\nq1 0 bird1 0\nq2 0 bird2 1\nq3 0 stone 1\n");
        write("topics.jsonl",
              "{\"qid\": \"q2\", \"category\": \"birds\"}\n{\"qid\": \"q1\", \"category\": \"whales\"}\n");
        write("seeds.tsv", "r1\twhale1\nr2\tgone\n");
        write("qrels-related.txt", "r1 0 whale2 1\nr2 0 whale2 1\n");
    }

    void write(const std::string& name, const std::string& content) const { temp_.write_file(name, content); }
    [[nodiscard]] std::string folder() const { return temp_.path().string(); }
    [[nodiscard]] std::string path(const std::string& name) const { return (temp_.path() / name).string(); }

private:
    test::TempDir temp_;
};

}  // namespace saegin::eval::testing
