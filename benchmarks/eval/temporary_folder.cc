#include "benchmarks/eval/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace saegin::eval {

namespace fs = std::filesystem;

Result<TemporaryFolder> TemporaryFolder::make() {
    std::error_code problem;
    const fs::path place = fs::temp_directory_path(problem);
    std::string pattern = (place / "saegin-eval-XXXXXX").string();
    if (problem || ::mkdtemp(pattern.data()) == nullptr) {
        return Error{Code::kIo,
                     "cannot make a temporary folder: " + (problem ? problem.message() : std::strerror(errno)),
                     "set TMPDIR to a folder that you may write to"};
    }
    return TemporaryFolder{fs::path{pattern}};
}

TemporaryFolder::~TemporaryFolder() {
    if (!path_.empty()) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
}

}  // namespace saegin::eval
