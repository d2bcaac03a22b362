const reversed = (text: string) => Array.from(text).reverse().join('');

/** A secret in every form in which it could be looked for, some of them more than the product promises to hide. */
export function formsOf(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const inUrl = encodeURIComponent(secret);
	const inQuery = new URLSearchParams([['', secret]]).toString().slice(1);
	const inJson = JSON.stringify(secret).slice(1, -1);
	const hex = bytes.toString('hex');
	const forms = [
		secret,
		inUrl,
		inUrl.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
		inQuery,
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('base64url'),
		inJson,
		inJson.replaceAll('/', '\\/'),
		JSON.stringify(inJson).slice(1, -1),
		hex,
		reversed(secret),
		reversed(hex),
	];
	return [...new Set(forms)];
}

/** Those in which a platform or a proxy would repeat a secret in its answer. */
export function repeatedForms(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const inUrl = encodeURIComponent(secret);
	return [
		...new Set([secret, inUrl, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')]),
	];
}
