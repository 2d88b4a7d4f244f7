// The page's questions to the rehearsal on this computer.

// A refusal and a rehearsal that is away both end in words for whoever asked.
export async function ask(path, body) {
  const form = body instanceof FormData;
  const asking = fetch("/rehearsal/" + path, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body ?? {}),
  });
  const response = await asking.catch(() => { throw new Error("the rehearsal does not answer"); });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.problem ?? "the rehearsal could not do that");
  return answer;
}

export async function news({ person, after, run, known }, signal) {
  const query = new URLSearchParams({ person, after, run, known });
  const response = await fetch("/rehearsal/news?" + query, { signal });
  if (!response.ok) throw new Error("no news");
  return response.json();
}
