const { dest, src } = require('gulp');

/** What tsc leaves behind and n8n reads beside the compiled node: icons, codex files, schemas of rows. */
function assets() {
	const files = ['{nodes,credentials}/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];
	return src(files, { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.default = assets;
