// Plain JavaScript, so that a Node too old for the rest can still say so in one line.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `FoodSave runs on the Node 22 that npm install puts into node_modules, but this is Node ${process.versions.node}. ` +
      'Run npm install again with install scripts allowed, and start it with npm start.',
  );
  process.exit(1);
}
import(new URL(`./${process.argv[2]}.ts`, import.meta.url).href);
