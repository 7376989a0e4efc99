// SPDX-License-Identifier: EUPL-1.2
#include "tests/verhalen/verhaal.h"

#include <algorithm>
#include <iterator>
#include <regex>
#include <string_view>

namespace verhaal {
namespace {

bool starts(std::string_view line, std::string_view with) { return line.substr(0, with.size()) == with; }
bool is_command(std::string_view line) { return starts(line, "$ "); }
bool is_more(std::string_view line) { return line == ">" || starts(line, "> "); }
bool is_prose(std::string_view line) { return line == "#" || starts(line, "# "); }

bool is_code(std::string_view line) {
  return line.size() > 2 && line.front() == '[' && line.back() == ']' &&
         std::all_of(line.begin() + 1, line.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

bool reads_as_form(std::string_view line) {
  return is_command(line) || is_more(line) || is_prose(line) || is_code(line) || line == "..." ||
         starts(line, "\\");
}

/// Prose ends an answer, and blank lines at its end are layout: both go to `after`.
void close(Block& block) {
  auto end = std::find_if(block.expected.begin(), block.expected.end(), is_prose);
  while (end != block.expected.begin() && std::prev(end)->empty()) --end;
  block.after.assign(end, block.expected.end());
  block.expected.erase(end, block.expected.end());
}

bool matches_from(const Lines& want, std::size_t w, const Lines& got, std::size_t g) {
  for (; w < want.size(); ++w, ++g) {
    if (want[w] == "...") {
      for (std::size_t from = g; from <= got.size(); ++from) {
        if (matches_from(want, w + 1, got, from)) return true;
      }
      return false;
    }
    if (g == got.size() || want[w] != got[g]) return false;
  }
  return g == got.size();
}

using Pattern = std::pair<std::regex, std::string>;

const std::vector<Pattern>& patterns() {
  static const std::string day = "(?:(?:ma|di|wo|do|vr|za|zo) \\d{1,2} [a-z]+ \\d{4}|\\d{4}-\\d\\d-\\d\\d)";
  static const std::vector<Pattern> all = {
      {std::regex("AGE-SECRET-KEY-1[0-9A-Z]{58}"), "AGE-SECRET-KEY-1<…>"},
      {std::regex("\\bage1[0-9a-z]{58}\\b"), "age1<…>"},
      {std::regex("\\bR([UW])[A-Za-z0-9+/]{54,}=*"), "R$1<…>"},
      {std::regex("\\bb2:[0-9a-f]{4,64}(?:…)?"), "b2:<…>"},
      {std::regex("\\blogboek-\\d{4}\\b"), "logboek-<jaar>"},
      {std::regex("\\baantallen-[0-9a-f]{8}\\b"), "aantallen-<hash>"},
      {std::regex("(\\blogboek/[a-z0-9-]+/)\\d{4}-\\d\\d-\\d\\d-"), "$1<dag>-"},
      {std::regex("-[0-9a-f]{8}(\\.yaml|\\.age)\\b"), "-<hash>$1"},
      {std::regex("\\b(\\d{4}-\\d\\d-\\d\\d)-[0-9a-f]{8}\\b"), "$1-<hash>"},
      {std::regex("\\b[0-9a-f]{40}\\b"), "<commit>"},
      {std::regex("\\b[0-9a-f]{32}\\b"), "<kenmerk>"},
      {std::regex("[A-Za-z0-9+/]{60,}={0,2}"), "<base64>"},
      {std::regex("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?"), "<tijd>"},
      {std::regex("\\b(geschreven:? \"?(op )?)" + day + "(,?( om)? \\d\\d:\\d\\d(:\\d\\d)?)?"), "$1<tijd>"},
      {std::regex("(^|[^0-9A-Za-z-])(?=[a-z]-[a-z]*\\d)[a-z]-[0-9a-z]{4}(?![0-9A-Za-z-])"), "$1<id>"},
      {std::regex("\x1b"), "<ESC>"},
  };
  return all;
}

}  // namespace

Lines split(const std::string& text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string join(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

std::vector<Block> parse(const Lines& lines) {
  std::vector<Block> blocks;
  Lines top;
  for (std::size_t i = 0; i < lines.size();) {
    if (!is_command(lines[i])) {
      (blocks.empty() ? top : blocks.back().expected).push_back(lines[i++]);
      continue;
    }
    Block block;
    block.line = i + 1;
    do block.command.push_back(lines[i++]);
    while (i < lines.size() && is_more(lines[i]));
    blocks.push_back(std::move(block));
  }
  if (!blocks.empty()) blocks.front().before = top;
  for (Block& block : blocks) close(block);
  return blocks;
}

bool matches(const Lines& want, const Lines& got) { return matches_from(want, 0, got, 0); }

std::string Normaliser::operator()(std::string line) {
  for (const auto& [path, name] : paths_) {
    for (std::size_t at = 0; (at = line.find(path, at)) != std::string::npos; at += name.size()) {
      line.replace(at, path.size(), name);
    }
  }
  for (const auto& [pattern, with] : patterns()) line = std::regex_replace(line, pattern, with);
  line = number(line);
  return reads_as_form(line) ? "\\" + line : line;
}

std::string Normaliser::number(const std::string& line) {
  static const std::string group = "(?=[a-z]*\\d)[0-9a-hjkmnp-tv-z]{4}";
  static const std::regex nummer("\\b" + group + "-" + group + "\\b");
  std::string out;
  auto at = line.begin();
  for (std::sregex_iterator hit(line.begin(), line.end(), nummer), end; hit != end; ++hit) {
    const std::size_t next = numbers_.size() + 1;
    const std::size_t n = numbers_.emplace(hit->str(), next).first->second;
    out.append(at, line.begin() + hit->position()).append("<nummer-").append(std::to_string(n)).append(">");
    at = line.begin() + hit->position() + hit->length();
  }
  return out.append(at, line.end());
}

}  // namespace verhaal
