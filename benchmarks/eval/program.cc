#include "benchmarks/eval/program.h"

#include "benchmarks/eval/compare_command.h"
#include "benchmarks/eval/measure_command.h"
#include "benchmarks/eval/recommend_command.h"
#include "benchmarks/eval/report_command.h"
#include "benchmarks/eval/run_command.h"
#include "benchmarks/eval/suites/suite_command.h"
#include "benchmarks/eval/sweep_command.h"

namespace saegin::eval {

cli::Program program() {
    return {"saegin-eval",
            "measures how good rankings are",
            {},
            {measure_command(), compare_command(), report_command(), run_command(), recommend_command(),
             sweep_command(), suite_command()},
            "Examples:\n"
            "  saegin-eval measure --qrels qrels.txt mine.run\n"
            "  saegin-eval measure --qrels qrels.txt -m nDCG@10 -m 'AP(rel=2)' --per-query a.run b.run\n"
            "  saegin-eval compare --qrels qrels.txt base.run mine.run\n"
            "  saegin-eval report --qrels qrels.txt --output report.html base.run mine.run\n"
            "  saegin-eval run --collection beir/scifact                indexes, answers and measures\n"
            "  saegin-eval recommend --collection DIR                   two liked papers against one\n"
            "  saegin-eval sweep --collection beir/scifact --vary b=0..1/10 --vary k1=0.8,1.2,1.6\n"
            "  saegin-eval suite --db papers.index\n"};
}

}  // namespace saegin::eval
