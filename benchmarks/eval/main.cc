#include "benchmarks/eval/program.h"
#include "common/cli.h"

int main(int argc, char** argv) {
    return saegin::cli::run(saegin::eval::program(), argc, argv);
}
