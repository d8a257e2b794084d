// For tests of runs that fail: an index that must come through, and failures as text.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/indexer/update_run.h"
#include "tests/support/archive_text.h"

namespace saegin::indexer {

inline std::string name_of(Code code) {
    switch (code) {
        case Code::kUsage:
            return "usage";
        case Code::kInvalidInput:
            return "invalid input";
        case Code::kNotFound:
            return "not found";
        case Code::kLocked:
            return "locked";
        case Code::kVersion:
            return "version";
        case Code::kChanged:
            return "changed";
        case Code::kIo:
            return "io";
        case Code::kCorrupt:
            return "corrupt";
        case Code::kUnreachable:
            return "unreachable";
        case Code::kInternal:
            return "internal";
    }
    return "?";
}

/// "done", or "io: message (hint)"; an error without a hint is told as "no hint".
template <typename T>
std::string outcome(const Result<T>& result) {
    if (result) {
        return "done";
    }
    return (result.error().hint.empty() ? "no hint: " : "") + name_of(result.error().code) + ": " +
           to_string(result.error());
}

/// Runs `work` in a process of its own and answers what it answered there.
inline std::string in_child(const std::function<std::string()>& work) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        throw std::runtime_error("no pipe");
    }
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        std::string said;
        try {
            said = work();
        } catch (const std::exception& problem) {
            said = std::string{"exception: "} + problem.what();
        }
        const bool told = write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
        _exit(told ? 0 : 1);
    }
    close(ends[1]);
    std::string said;
    std::array<char, 512> chunk{};
    for (ssize_t length = 0; (length = read(ends[0], chunk.data(), chunk.size())) > 0;) {
        said.append(chunk.data(), static_cast<std::size_t>(length));
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return status == 0 ? said : said + " [the process ended with status " + std::to_string(status) + "]";
}

/// An index of 60 papers that no failing run may cost anything.
class IndexToKeep : public testing::Test {
protected:
    IndexToKeep() {
        write_day("2024-08-28", 60, 1);
        workshop.update();
        before = workshop.dump();
    }

    void write_day(const std::string& day, int papers, std::uint32_t seed) const {
        std::mt19937 random{seed};
        std::vector<test::PaperText> list;
        for (int i = 0; i < papers; ++i) {
            list.push_back(test::random_paper("24" + std::to_string(seed) + "." + std::to_string(i), random));
        }
        workshop.write(day + ".md", test::digest_text(day, list));
    }
    void expect_as_before() const { EXPECT_EQ(test::first_difference(workshop.dump(), before), ""); }

    /// A value of the index's metadata, changed behind the indexer's back.
    void set_metadata(std::string_view key, const std::string& value) const {
        Xapian::WritableDatabase database{workshop.generation().string(), Xapian::DB_OPEN};
        database.set_metadata(std::string{key}, value);
        database.commit();
    }

    Workshop workshop;
    std::string before;
};

}  // namespace saegin::indexer
