const { dest, src } = require('gulp');

/** What tsc leaves behind and n8n reads beside the compiled node: icons and codex files. */
function assets() {
	const files = ['{nodes,credentials}/**/*.svg', 'nodes/**/*.node.json'];
	return src(files, { base: '.', encoding: false }).pipe(dest('dist'));
}

exports.default = assets;
