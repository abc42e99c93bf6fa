package com.zenithcapital.content.revision;

import com.zenithcapital.content.body.Rendered;
import com.zenithcapital.content.insight.Content;

/** A text, with its body made readable. */
public record Manuscript(Content content, Rendered rendered) {}
