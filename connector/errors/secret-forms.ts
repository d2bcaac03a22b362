/**
 * A secret in the forms in which it travels: as it is, URL-encoded (in a path and in a query), in base64 (both
 * alphabets, without the padding) and inside JSON (with slashes as they are, and masked as PHP does).
 */
export function formsOf(secret: string): string[] {
	// By way of bytes, because encodeURIComponent throws at half of a surrogate pair.
	const bytes = Buffer.from(secret);
	const inPath = encodeURIComponent(bytes.toString());
	const inQuery = new URLSearchParams([['', secret]]).toString().slice(1);
	const inJson = JSON.stringify(secret).slice(1, -1);
	return [
		secret,
		inPath,
		withSmallCodes(inPath),
		inQuery,
		withSmallCodes(inQuery),
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('base64url'),
		inJson,
		inJson.replaceAll('/', '\\/'),
	];
}

function withSmallCodes(encoded: string): string {
	return encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
