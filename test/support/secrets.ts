const reversed = (text: string) => Array.from(text).reverse().join('');

/** A secret in every form in which it could be looked for, some of them more than the product promises to hide. */
export function formsOf(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const inUrl = encodeURIComponent(secret);
	const inQuery = new URLSearchParams([['', secret]]).toString().slice(1);
	const inJson = JSON.stringify(secret).slice(1, -1);
	const hex = bytes.toString('hex');
	const forms = [
		...repeatedForms(secret),
		inUrl.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
		inQuery,
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

/** Whether a text holds a secret in a form in which it could travel or be printed, of a JWT also its parts, or a signed link. */
export function secretIn(text: string, secrets: readonly string[]): boolean {
	const parts = secrets.flatMap((secret) => secret.split('.').slice(1)).filter((part) => part.length > 8);
	const forms = [...secrets.flatMap(repeatedForms), ...parts];
	return forms.some((form) => text.includes(form)) || /signature=(?!\*)/i.test(text);
}
