// A file that lives as long as a test needs it.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace saegin::eval::testing {

/// A file in a folder of its own, named `name`, removed with the object.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view content, const std::string& name = "file.txt") {
        std::string pattern = (std::filesystem::temp_directory_path() / "saegin-eval-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            ADD_FAILURE() << "no temporary folder";
        }
        folder_ = pattern;
        path_ = (folder_ / name).string();
        std::ofstream{path_, std::ios::binary} << content;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::filesystem::path folder_;
    std::string path_;
};

}  // namespace saegin::eval::testing
