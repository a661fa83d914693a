// `make bench`: ours and the peers in one sitting.
// Next: House.swift, Program.swift.
//
// RUNS=3      how many rounds
// ONLY=a1,d   items or workloads, followed by the number of threads where one
//             is enough; `curves`
// PEERS=no    ours alone

import Foundation
import Workloads

let environment = ProcessInfo.processInfo.environment
let rounds = max(1, Int(environment["RUNS"] ?? "") ?? 3)
let only = (environment["ONLY"] ?? "").split(separator: ",").map(String.init)
let house = House(
  root: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
let isAlone =
  environment["PEERS"] == "no"
  || !FileManager.default.isExecutableFile(atPath: house.python)
var report = Report(rounds: rounds)

/// Whether an item is asked for, on this many threads.
func wants(_ item: String, threads: Int? = nil) -> Bool {
  only.isEmpty || only.contains(item)
    || threads.map { only.contains("\(item)\($0)") } ?? false
}

func present(_ programs: [Program]) -> [Program] {
  programs.filter { !isAlone || !$0.isPeer }
}

/// Says on standard error what is being measured.
func say(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}

if House.processors.count < 2 {
  say("This machine has one processor: two threads will share it.")
}
for threads in [1, 2] where wants("e", threads: threads) {
  say("(e) products, \(counted(threads, "thread"))")
  report.multiplications.append(
    Multiplication(
      threads: threads, programs: present(Program.multipliers),
      rounds: rounds, in: house))
}
for workload in Workload.all {
  for threads in [1, 2]
  where wants(workload.item, threads: threads)
    || wants(workload.name, threads: threads)
  {
    say("\(workload.title), \(counted(threads, "thread"))")
    try make(workload)
    report.comparisons.append(
      Comparison(
        workload, threads: threads, programs: present(Program.trainers),
        rounds: rounds, in: house))
  }
}
if wants("d") {
  say("(d) five questions")
  report.race = Race(
    programs: present(Program.trainers), rounds: rounds, in: house)
}
if wants("curves") {
  say("curves")
  report.curves = try Curve.all(in: house)
}

let name = (["results"] + only).joined(separator: "-")
try report.write(to: house.build, name: name)
print(report.text)
say("Written to .build/bench/\(name).json and \(name).md")

/// Data and weights, if these are not there yet.
func make(_ workload: Workload) throws {
  let folder = house.data.appending(path: workload.name)
  let made = try? WorkFolder(folder.path).workload()
  guard made != workload else { return }
  let process = try Process.run(
    URL(fileURLWithPath: house.product("ours")),
    arguments: ["make", folder.path, workload.name])
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw Session.Failure(description: "no data for \(workload.name)")
  }
}
