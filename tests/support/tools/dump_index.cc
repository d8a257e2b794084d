// dump_index DB_DIR: prints what an index says, independent of how it came about (see tests/support/index_dump.h), so
// that `diff` tells whether two indexes are equal.
#include <exception>
#include <iostream>

#include "common/index_folder.h"
#include "tests/support/index_dump.h"

int main(int argc, char** argv) {
    try {
        if (argc != 2) {
            std::cerr << "usage: dump_index DB_DIR\n";
            return 2;
        }
        const auto database = saegin::open_index(saegin::IndexFolder{argv[1]});
        if (!database) {
            std::cerr << "dump_index: " << saegin::to_string(database.error()) << "\n";
            return 2;
        }
        saegin::test::dump_index(*database, std::cout);
        return std::cout.flush() ? 0 : 2;
    } catch (const Xapian::Error& problem) {
        std::cerr << "dump_index: " << problem.get_description() << "\n";
    } catch (const std::exception& problem) {
        std::cerr << "dump_index: " << problem.what() << "\n";
    }
    return 2;
}
