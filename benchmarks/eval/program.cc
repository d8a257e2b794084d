#include "benchmarks/eval/program.h"

#include "benchmarks/eval/compare_command.h"
#include "benchmarks/eval/measure_command.h"
#include "benchmarks/eval/report_command.h"
#include "benchmarks/eval/suites/suite_command.h"

namespace saegin::eval {

cli::Program program() {
    return {"saegin-eval",
            "measures how good rankings are",
            {},
            {measure_command(), compare_command(), report_command(), suite_command()},
            "Examples:\n"
            "  saegin-eval measure --qrels qrels.txt mine.run\n"
            "  saegin-eval measure --qrels qrels.txt -m nDCG@10 -m 'AP(rel=2)' --per-query a.run b.run\n"
            "  saegin-eval compare --qrels qrels.txt base.run mine.run\n"
            "  saegin-eval report --qrels qrels.txt --output report.html base.run mine.run\n"
            "  saegin-eval suite --db papers.index\n"};
}

}  // namespace saegin::eval
