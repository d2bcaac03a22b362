/** Whether a text holds a secret in any form in which it could travel or be printed. */
export function secretIn(text: string, secrets: readonly string[]): boolean {
	const forms = secrets.flatMap((secret) => [
		secret,
		encodeURIComponent(secret),
		Buffer.from(secret).toString('base64'),
	]);
	return forms.some((form) => text.includes(form)) || /signature=(?!\*)/i.test(text);
}
