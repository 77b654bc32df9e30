import Testing

struct ManifestTests {
  private let manifest = Manifest(Project.manifest)

  @Test func `targets are listed bottom-up, each below all it depends on`() {
    let names = manifest.targets.map(\.name)
    for (place, target) in manifest.targets.enumerated() {
      for dependency in target.dependencies where names.contains(dependency) {
        #expect(names[..<place].contains(dependency), "\(target.name) depends on \(dependency)")
      }
    }
  }

  @Test func `the manifest draws no arrow that is not in the table`() {
    for target in manifest.targets where target.kind != "testTarget" {
      if target.name == Arrows.measuring { continue }
      let allowed = Arrows.table[target.name]
      #expect(allowed != nil, "\(target.name) is not in the table")
      #expect(Set(target.dependencies).isSubset(of: allowed ?? []), "\(target.name)")
    }
  }

  @Test func `only a test depends on what tests begin with`() {
    let users = manifest.targets.filter { $0.dependencies.contains(Arrows.testing) }
    #expect(!users.isEmpty)
    #expect(users.filter { $0.kind != "testTarget" }.map(\.name) == [])
  }

  @Test func `what is installed is the program alone`() {
    let products = Project.manifest.firstMatch(of: /products: \[(.*)\],\n/)?.output.1
    #expect(products == #".executable(name: "accord", targets: ["accord"])"#)
  }

  @Test func `every row of the table is a target`() {
    #expect(Set(manifest.targets.map(\.name)).isSuperset(of: Arrows.table.keys))
  }

  @Test func `a target depends on nothing that it does not import`() {
    for target in manifest.targets where target.kind != "testTarget" {
      let files = Project.modules.filter { $0.module == target.name }
      let imported = Set(files.flatMap(\.imports))
      #expect(imported.isSuperset(of: target.dependencies), "\(target.name)")
    }
  }

  @Test func `every target of the program is built by the strict settings`() {
    let swift = manifest.targets.filter { $0.kind != "systemLibrary" }.count
    let strict = Project.manifest.matches(of: /swiftSettings: strict\b/).count
    #expect(swift == strict)
    for setting in [
      ".swiftLanguageMode(.v6)", "\"ExistentialAny\"", "\"InternalImportsByDefault\"",
      "\"MemberImportVisibility\"", "-warnings-as-errors",
    ] {
      #expect(Project.manifest.contains(setting))
    }
  }

  @Test func `a manifest is read whole`() {
    let text = """
      let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
      .systemLibrary(
        name: "C", providers: [.apt(["libc-dev"])]),
      .target(name: "A", swiftSettings: strict),
      .executableTarget(
        name: "b-b",
        dependencies: [
          "A", crypto, .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ])
      """
    let targets = Manifest(text).targets
    #expect(targets.map(\.name) == ["C", "A", "b-b"])
    #expect(targets.map(\.kind) == ["systemLibrary", "target", "executableTarget"])
    #expect(targets.map(\.dependencies) == [[], [], ["A", "Crypto", "ArgumentParser"]])
  }
}
