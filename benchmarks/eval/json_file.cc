#include "benchmarks/eval/json_file.h"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace saegin::eval {

namespace {

using nlohmann::ordered_json;

/// Reads a text and keeps nothing of it but where it stops being good JSON.
class FaultFinder : public nlohmann::json_sax<ordered_json> {
public:
    /// How many bytes had been read when a fault was met; nothing where the parser was stopped for the depth.
    std::optional<std::size_t> fault;

    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool key(string_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*elements*/) override { return ++depth_ <= kDeepestJson; }
    bool start_array(std::size_t /*elements*/) override { return ++depth_ <= kDeepestJson; }
    bool end_object() override { return --depth_ >= 0; }
    bool end_array() override { return --depth_ >= 0; }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*reason*/) override {
        fault = position;
        return false;
    }

private:
    int depth_ = 0;
};

}  // namespace

Result<ordered_json> parse_json(const TextFile& file) {
    const std::string_view text = file.text();
    FaultFinder finder;
    if (!ordered_json::sax_parse(text.begin(), text.end(), &finder)) {
        if (!finder.fault) {
            return Error{Code::kInvalidInput, "its arrays and objects are nested too deep",
                         fmt::format("at most {} levels are read", kDeepestJson), Where{file.path(), 0}};
        }
        const std::string_view before = text.substr(0, *finder.fault == 0 ? 0 : *finder.fault - 1);
        const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
        return Error{Code::kInvalidInput, "not JSON from here on", "is it the file that was meant?",
                     Where{file.path(), line}};
    }
    return ordered_json::parse(text.begin(), text.end(), nullptr, false);
}

}  // namespace saegin::eval
