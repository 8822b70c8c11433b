/** Asks Deskly for JSON. The platform checks no status of such a request. */
export function api<T>(account: { domain: string; access_token: string }, path: string): T {
  const { domain, access_token } = account;
  const response = z.request({
    url: `https://${domain}/api/${path}`,
    headers: { Authorization: `Bearer ${access_token}` },
  });
  if (response.status_code === 401) throw new RefreshTokenException();
  if (response.status_code !== 200) throw new HaltedException(`Deskly answered ${response.status_code}.`);
  return z.JSON.parse<T>(response.content);
}
