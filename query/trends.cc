#include "query/trends.h"

#include <fmt/format.h>
#include <boost/math/distributions/hypergeometric.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "common/number_text.h"

namespace saegin::query {

namespace {

constexpr Month kMonthsInYear = 12;

/// Sorts by p, tells each its q and leaves those whose q is within the rate.
void keep_rising(std::vector<RisingTerm>& terms) {
    std::sort(terms.begin(), terms.end(),
              [](const RisingTerm& a, const RisingTerm& b) { return std::tie(a.p, a.text) < std::tie(b.p, b.text); });
    double least = 1;
    for (std::size_t rank = terms.size(); rank > 0; --rank) {
        RisingTerm& term = terms[rank - 1];
        least = std::min(least, term.p * static_cast<double>(terms.size()) / static_cast<double>(rank));
        term.q = least;
    }
    std::erase_if(terms, [](const RisingTerm& term) { return term.q > kFalseRate; });
}

/// The months of a range, and what falls into them.
class Calendar {
public:
    Calendar(const std::vector<DigestDate>& days, const DayRange& range) : days_(days), range_(range) {
        std::vector<Month> found;
        for (const DigestDate day : days_) {
            if (counts(day)) {
                found.push_back(month_of(day));
            }
        }
        if (found.empty()) {
            return;
        }
        const auto [first, last] = std::minmax_element(found.begin(), found.end());
        first_ = std::max(*first, *last - kMostMonths + 1);
        papers_.resize(static_cast<std::size_t>(*last - first_) + 1);
        for (const Month month : found) {
            if (month >= first_) {
                ++papers_[place_of(month)];
            }
        }
    }

    [[nodiscard]] std::vector<Month> months() const {
        std::vector<Month> months(papers_.size());
        std::iota(months.begin(), months.end(), first_);
        return months;
    }
    [[nodiscard]] const std::vector<std::uint32_t>& papers() const { return papers_; }
    [[nodiscard]] std::size_t now() const {
        constexpr std::size_t kParts = 4;
        return papers_.size() < 2 ? 0 : std::clamp<std::size_t>(papers_.size() / kParts, 1, kMostMonthsNow);
    }

    /// A term in the range, with its p. It has a paper at least.
    [[nodiscard]] RisingTerm count(const TitleTerm& term) const {
        RisingTerm one;
        one.text = term.written;
        one.first_seen = month_of(days_[term.papers.front()]);
        one.by_month.resize(papers_.size());
        for (const std::uint32_t paper : term.papers) {
            const Month month = month_of(days_[paper]);
            one.first_seen = std::min(one.first_seen, month);
            if (counts(days_[paper])) {
                ++one.by_month[place_of(month)];
            }
        }
        one.now = {last_of(one.by_month), last_of(papers_)};
        one.papers = sum(one.by_month);
        const std::uint32_t all = sum(papers_);
        one.before = {one.papers - one.now.papers, all - one.now.of};
        one.p = chance_of_rise(one.now, {one.papers, all});
        return one;
    }

private:
    [[nodiscard]] bool counts(DigestDate day) const {
        return month_of(day) >= first_ && (!range_.since || *range_.since <= day) &&
               (!range_.until || day <= *range_.until);
    }
    [[nodiscard]] std::size_t place_of(Month month) const { return static_cast<std::size_t>(month - first_); }
    /// The sum over the months that are now.
    [[nodiscard]] std::uint32_t last_of(const std::vector<std::uint32_t>& by_month) const {
        return std::accumulate(by_month.end() - static_cast<std::ptrdiff_t>(now()), by_month.end(), 0U);
    }
    static std::uint32_t sum(const std::vector<std::uint32_t>& by_month) {
        return std::accumulate(by_month.begin(), by_month.end(), 0U);
    }

    const std::vector<DigestDate>& days_;
    const DayRange& range_;
    Month first_ = 0;                    ///< no month at all before the first paper is known
    std::vector<std::uint32_t> papers_;  ///< by month
};

}  // namespace

std::string month_text(Month month) {
    return fmt::format("{:04}-{:02}", month / kMonthsInYear, month % kMonthsInYear + 1);
}

double chance_of_rise(const Share& now, const Share& all) {
    const std::uint32_t least = now.of + all.papers > all.of ? now.of + all.papers - all.of : 0;
    if (now.papers <= least) {
        return 1;
    }
    const boost::math::hypergeometric_distribution<double> distribution{all.papers, now.of, all.of};
    return boost::math::cdf(boost::math::complement(distribution, now.papers - 1));
}

Trends find_trends(const DatedTitles& titles, const DayRange& range) {
    const Calendar calendar{titles.days, range};
    Trends trends{calendar.months(), calendar.papers(), calendar.now(), 0, {}};
    if (trends.now == 0) {
        return trends;
    }
    for (const TitleTerm& term : titles.terms) {
        RisingTerm counted = calendar.count(term);
        if (counted.papers >= kFewestTitles) {
            trends.rising.push_back(std::move(counted));
        }
    }
    trends.tested = trends.rising.size();
    keep_rising(trends.rising);
    return trends;
}

std::string compared_months(const Trends& trends) {
    const auto stretch = [&](std::size_t first, std::size_t end) {
        const auto papers = trends.papers.begin();
        const std::uint32_t sum =
            std::accumulate(papers + static_cast<std::ptrdiff_t>(first), papers + static_cast<std::ptrdiff_t>(end), 0U);
        const std::string from = month_text(trends.months[first]);
        const std::string to = month_text(trends.months[end - 1]);
        return fmt::format("{} ({})", from == to ? from : from + " to " + to, counted(sum, "paper"));
    };
    const std::size_t first_now = trends.months.size() - trends.now;
    return stretch(first_now, trends.months.size()) + " against " + stretch(0, first_now);
}

}  // namespace saegin::query
