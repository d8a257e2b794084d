// saegin-eval as its users call it, in the process of the test: words in, text and exit code out.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "benchmarks/eval/program.h"

namespace saegin::eval::testing {

struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

inline Outcome call(const std::vector<std::string>& words) {
    std::vector<const char*> argv{"saegin-eval"};
    for (const std::string& word : words) {
        argv.push_back(word.c_str());
    }
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    Outcome outcome;
    outcome.code = cli::run(program(), static_cast<int>(argv.size()), argv.data());
    outcome.out = ::testing::internal::GetCapturedStdout();
    outcome.err = ::testing::internal::GetCapturedStderr();
    return outcome;
}

}  // namespace saegin::eval::testing
