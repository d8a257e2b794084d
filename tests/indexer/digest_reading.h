// Runs the digest reader over a text.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/digest_reader.h"

namespace saegin::test {

struct Reading {
    std::vector<Entry> entries;
    indexer::ReadReport report;
};

inline Reading read_text(const std::string& content, const std::string& file = "2024/08/28.md") {
    Reading reading;
    const auto done = indexer::read_digest(
        file, content, [&](Entry entry) { reading.entries.push_back(std::move(entry)); }, reading.report);
    EXPECT_TRUE(done) << to_string(done.error());
    EXPECT_EQ(reading.report.entries, reading.entries.size());
    return reading;
}

/// The entry of a text that has only one, and that is read without any notice.
inline Entry entry_of(const std::string& content) {
    const Reading reading = read_text(content);
    for (const auto& notices : {reading.report.skipped, reading.report.warnings}) {
        for (const indexer::Notice& notice : notices) {
            ADD_FAILURE() << to_string(notice.where) << ": " << notice.reason;
        }
    }
    if (reading.entries.size() != 1) {
        ADD_FAILURE() << "not one entry but " << reading.entries.size() << " in " << content;
        return {};
    }
    return reading.entries.front();
}

}  // namespace saegin::test
