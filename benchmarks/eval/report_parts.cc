#include "benchmarks/eval/report_parts.h"

#include <fmt/format.h>

#include "benchmarks/eval/html.h"

namespace saegin::eval {

std::string heading(std::string_view english, std::string_view korean) {
    return fmt::format("<h2>{} <span lang=\"ko\">{}</span></h2>\n", english, korean);
}

std::string scrolling(std::string_view label, const std::string& table) {
    return fmt::format("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                       escape_html(label), table);
}

std::string header_row(const std::vector<std::string>& cells, std::size_t left) {
    std::string out = "<thead><tr>";
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        out +=
            fmt::format("<th scope=\"col\"{}>{}</th>", cell < left ? " class=\"text\"" : "", escape_html(cells[cell]));
    }
    return out + "</tr></thead>\n";
}

std::string figure(std::string_view caption, const std::string& content) {
    return fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n", escape_html(caption), content);
}

}  // namespace saegin::eval
